package io.feverline.registry.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a worklist after which the next page starts.
 *
 * @param waitingFor the number of the half day whose entry is waited for
 */
public record WorklistCursor(long waitingFor, UUID id) {
    /** The place before all. */
    public static final WorklistCursor START = new WorklistCursor(Long.MIN_VALUE, new UUID(0, 0));

    /** The place of a follow-up. */
    static WorklistCursor at(FollowUp followUp) {
        return new WorklistCursor(followUp.waitingFor().number(), followUp.id());
    }

    /**
     * The cursor of which {@link #text} is the text.
     *
     * @throws Rejection if it is none
     */
    public static WorklistCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new WorklistCursor(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }

    /** For a URL; it tells nothing but a half day and a follow-up's id. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((waitingFor + " " + id).getBytes(UTF_8));
    }
}
