package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Words;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody did about an alert. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ActionTaken", description = "What somebody did about an alert.")
public record ActionJson(
        @Schema(required = true) String action,
        @Schema(required = true) String stateBefore,
        @Schema(required = true) String stateAfter,

        @Schema(required = true, description = "The subject of their token.")
        String actor,

        @Schema(required = true, description = "When it happened.")
        Instant occurredAt,

        @Schema(required = true, description = "When it was told.")
        Instant recordedAt,

        @Nullable String reason,
        @Nullable String clinic,
        @Nullable String assignee,
        @Nullable String outcome) {

    static ActionJson of(ActionTaken taken) {
        var order = taken.order();
        return new ActionJson(
                Words.of(order.action()),
                Words.of(taken.before()),
                Words.of(taken.after()),
                order.actor(),
                order.occurredAt(),
                taken.recordedAt(),
                order.reason(),
                order.clinic(),
                order.assignee(),
                order.outcome() == null ? null : Words.of(order.outcome()));
    }
}
