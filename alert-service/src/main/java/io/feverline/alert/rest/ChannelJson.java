package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Channel;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A channel as admins see it: its secret is not read back, nor what of its URL may be a key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Channel", description = "Where a unit is told what it has to know.")
public record ChannelJson(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID unitId,

        @Schema(
                required = true,
                enumeration = {"webhook", "mail", "wecom", "dingtalk"})
        String kind,

        @Schema(required = true, description = "The mail address, or the URL without its query.")
        String target,

        @Schema(
                required = true,
                description = "What is less severe is not told.",
                enumeration = {"low", "moderate", "high", "critical"})
        String leastSeverity,

        @Schema(required = true) boolean enabled,

        @Schema(required = true, description = "Whether its messages are signed.")
        boolean signed,

        @Schema(description = "Only when it was made for a new webhook: it is told this once.") @Nullable
        String secret) {

    static ChannelJson of(Channel channel) {
        return of(channel, null);
    }

    /** @param secret told this once */
    static ChannelJson of(Channel channel, @Nullable String secret) {
        return new ChannelJson(
                channel.id(),
                channel.unitId(),
                Words.of(channel.kind()),
                channel.target().split("\\?", 2)[0],
                Words.of(channel.least()),
                channel.enabled(),
                channel.secret() != null,
                secret);
    }
}
