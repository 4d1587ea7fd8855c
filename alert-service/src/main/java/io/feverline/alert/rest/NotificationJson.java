package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.postgres.NotificationStore.Listed;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A notification and what became of it, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notification", description = "One thing that one channel is told, and what became of it.")
public record NotificationJson(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID channelId,
        @Schema(required = true) UUID unitId,

        @Schema(
                required = true,
                enumeration = {"webhook", "mail", "wecom", "dingtalk"})
        String kind,

        @Schema(
                required = true,
                enumeration = {
                    "alert.opened",
                    "alert.raised",
                    "alert.escalated",
                    "alert.overdue",
                    "cluster.found",
                    "cluster.grown",
                    "probe.missing",
                    "probe.back",
                    "channel.test"
                })
        String event,

        @Schema(
                required = true,
                description = "Dead: given up. Silenced: not sent.",
                enumeration = {"pending", "delivered", "dead", "silenced"})
        String state,

        @Nullable UUID alertId,
        @Nullable UUID clusterId,

        @Schema(description = "Where, unless several checkpoints have to do with it.") @Nullable
        String checkpointId,

        @Schema(description = "Why it is not sent.") @Nullable
        UUID silenceId,

        @Schema(description = "What it went with; of a webhook, its webhook-id.") @Nullable
        UUID messageId,

        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "How many were made.")
        int attempts,

        @Nullable Instant nextAttemptAt,

        @Schema(description = "Why the last attempt failed.", examples = "HTTP 500") @Nullable
        String lastError,

        @Schema(description = "When it was delivered or given up.") @Nullable
        Instant finishedAt) {

    static NotificationJson of(Listed listed) {
        var notification = listed.notification();
        return new NotificationJson(
                notification.id(),
                notification.channelId(),
                listed.unitId(),
                listed.kind(),
                notification.event().type(),
                Words.of(listed.state()),
                notification.alertId(),
                notification.clusterId(),
                notification.checkpointId(),
                notification.silenceId(),
                listed.messageId(),
                notification.createdAt(),
                listed.attempts(),
                listed.nextAttemptAt(),
                listed.lastError(),
                listed.finishedAt());
    }
}
