package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A channel to add. */
@Schema(name = "NewChannel", description = "Where a unit is to be told.")
public record NewChannelJson(
        @Schema(required = true) @Nullable UUID unitId,

        @Schema(
                required = true,
                enumeration = {"webhook", "mail", "wecom", "dingtalk"})
        @Nullable
        String kind,

        @Schema(
                required = true,
                description = "A mail address, or an https URL; a robot's with its key.",
                examples = "https://receiver.example/fevers")
        @Nullable
        String target,

        @Schema(
                description =
                        "Of a webhook whsec_ and the base64 of 24 to 64 bytes, made when absent; of a DingTalk robot its own;"
                                + " of others none.")
        @Nullable
        String secret,

        @Schema(
                description = "What is less severe is not told; low when absent.",
                enumeration = {"low", "moderate", "high", "critical"})
        @Nullable
        String leastSeverity,

        @Schema(description = "True when absent.") @Nullable Boolean enabled) {

    /**
     * The channel that is meant.
     *
     * @param insecure whether its URL may be http
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    Channel parsed(UUID id, boolean insecure) {
        if (unitId == null) {
            throw Problems.invalidMember("unitId", "缺失 / is missing");
        }
        ChannelKind parsedKind = Members.word("kind", ChannelKind.class, kind);
        return new Channel(
                id,
                unitId,
                parsedKind,
                ChannelMembers.target(parsedKind, target, insecure),
                ChannelMembers.secret(parsedKind, secret),
                leastSeverity == null ? Severity.LOW : Members.word("leastSeverity", Severity.class, leastSeverity),
                enabled == null || enabled,
                1);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "NewChannelJson";
    }
}
