package io.feverline.registry.keyregion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** The place in a list of arrivals, newest first, after which the next page starts. */
public record ArrivalCursor(Instant measuredAt, UUID readingId, String regionId) {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9._-]+");
    private static final UUID FIRST = new UUID(0, 0);

    /** The place before all that arrived earlier than a time. */
    static ArrivalCursor before(Instant time) {
        return new ArrivalCursor(time, FIRST, "");
    }

    static ArrivalCursor of(Arrival arrival) {
        return new ArrivalCursor(arrival.measuredAt(), arrival.readingId(), arrival.regionId());
    }

    /**
     * The cursor of which {@link #text} is the text.
     *
     * @throws Rejection if it is none
     */
    public static ArrivalCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 3);
            if (!REGION.matcher(parts[2]).matches()) {
                throw new IllegalArgumentException("no page has given this");
            }
            return new ArrivalCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }

    /** For a URL; it tells nothing but a time and the ids of a reading and of a region. */
    public String text() {
        String all = measuredAt + " " + readingId + " " + regionId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8));
    }
}
