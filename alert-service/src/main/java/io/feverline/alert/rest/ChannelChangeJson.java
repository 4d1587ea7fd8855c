package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.notify.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change of a channel; what is absent stays. */
@Schema(name = "ChannelChange", description = "What is to change of a channel; what is absent stays.")
public record ChannelChangeJson(
        @Schema(description = "A mail address, or an https URL; a robot's with its key.") @Nullable
        String target,

        @Schema(description = "As of a new channel.") @Nullable
        String secret,

        @Schema(enumeration = {"low", "moderate", "high", "critical"}) @Nullable
        String leastSeverity,

        @Nullable Boolean enabled) {

    /**
     * The channel after it.
     *
     * @param insecure whether its URL may be http
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    Channel of(Channel before, boolean insecure) {
        return new Channel(
                before.id(),
                before.unitId(),
                before.kind(),
                target == null ? before.target() : ChannelMembers.target(before.kind(), target, insecure),
                secret == null ? before.secret() : ChannelMembers.secret(before.kind(), secret),
                leastSeverity == null ? before.least() : Members.word("leastSeverity", Severity.class, leastSeverity),
                enabled == null ? before.enabled() : enabled,
                before.version());
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "ChannelChangeJson";
    }
}
