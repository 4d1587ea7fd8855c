package io.feverline.alert.notify;

import io.feverline.alert.lifecycle.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit is told.
 *
 * @param target a URL or a mail address
 * @param secret what its messages are signed with; null when they are not
 * @param least what is less severe is not told
 * @param version how often it was changed
 */
public record Channel(
        UUID id,
        UUID unitId,
        ChannelKind kind,
        String target,
        @Nullable String secret,
        Severity least,
        boolean enabled,
        int version) {

    /** Neither the secret nor the target, which of robots has the key in it. */
    @Override
    public String toString() {
        return "Channel[" + id + " " + kind + "]";
    }
}
