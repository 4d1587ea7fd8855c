package io.feverline.registry.passage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The place in a history, newest first, after which the next page starts. */
public record HistoryCursor(Instant measuredAt, UUID readingId) {
    private static final UUID FIRST = new UUID(0, 0);

    /** The place before all that was measured earlier than a time. */
    public static HistoryCursor before(Instant time) {
        return new HistoryCursor(time, FIRST);
    }

    /**
     * The cursor of which {@link #text} is the text.
     *
     * @throws Rejection if it is none
     */
    public static HistoryCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new HistoryCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }

    /** For a URL; it tells nothing but a time and a reading's id. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((measuredAt + " " + readingId).getBytes(UTF_8));
    }
}
