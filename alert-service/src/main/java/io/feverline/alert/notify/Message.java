package io.feverline.alert.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a receiver in one piece, under way.
 *
 * @param attempts how many were made before
 * @param body as it was at the first attempt, and stays; null before it
 * @param leasedUntil by then the channel is another instance's to use
 */
public record Message(
        UUID id, Channel channel, int attempts, @Nullable String body, Instant leasedUntil) {

    /** The same, written. */
    public Message with(@Nullable String written) {
        return new Message(id, channel, attempts, written, leasedUntil);
    }

    /** Not what it says. */
    @Override
    public String toString() {
        return "Message[" + id + " to " + channel + "]";
    }
}
