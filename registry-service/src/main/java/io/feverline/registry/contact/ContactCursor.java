package io.feverline.registry.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.contact.Contact.Closeness;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a list of contacts after which the next page starts, and the time that the list is about: it is the same
 * on all pages, also when the first one was asked for until now.
 */
public record ContactCursor(Instant until, int days, Closeness after) {
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999Z");

    /**
     * The cursor of which {@link #text} is the text.
     *
     * @throws Rejection if it is none
     */
    public static ContactCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 5);
            Instant until = Instant.parse(parts[0]);
            int days = Integer.parseInt(parts[1]);
            if (until.isBefore(Instant.EPOCH) || until.isAfter(END) || days < 1 || days > ContactQuery.MOST_DAYS) {
                throw new IllegalArgumentException("no page has given this");
            }
            return new ContactCursor(
                    until,
                    days,
                    new Closeness(
                            io.feverline.registry.contact.Reason.valueOf(parts[2]),
                            Duration.parse(parts[3]),
                            UUID.fromString(parts[4])));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }

    /** For a URL; it tells nothing but times and a traveller's id. */
    public String text() {
        String all = until + " " + days + " " + after.reason() + " " + after.apart() + " " + after.travellerId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8));
    }
}
