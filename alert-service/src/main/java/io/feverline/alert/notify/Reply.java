package io.feverline.alert.notify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. */
public sealed interface Reply {

    /** The receiver has it. */
    record Taken() implements Reply {}

    /**
     * The receiver could not be reached or was not able to take it; this says nothing about the message.
     *
     * @param why in a few words, nothing that the receiver said
     * @param retryAfter how long it asked to be left alone; null when it did not ask
     */
    record Failed(String why, @Nullable Duration retryAfter) implements Reply {}

    /** The receiver does not want this message. */
    record Rejected(String why) implements Reply {}

    /** The receiver does not want any message again. */
    record Gone() implements Reply {}

    /**
     * What an HTTP status means, by Standard Webhooks 1.0.0: what is not a success is tried again, 410 ends it for
     * good, and 429 and 503 may say when (RFC 9110, section 10.2.3).
     *
     * @param retryAfter that header; null when there is none
     * @param longest no receiver is left alone for longer
     */
    static Reply of(int status, @Nullable String retryAfter, Instant now, Duration longest) {
        String why = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return new Taken();
        }
        return switch (status) {
            case 410 -> new Gone();
            case 429, 503 -> new Failed(why, retryAfter == null ? null : wait(retryAfter.strip(), now, longest));
            case 408, 425 -> new Failed(why, null);
            default -> status >= 400 && status < 500 ? new Rejected(why) : new Failed(why, null);
        };
    }

    private static @Nullable Duration wait(String retryAfter, Instant now, Duration longest) {
        try {
            Duration asked = retryAfter.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(longest) > 0 ? longest : asked;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
