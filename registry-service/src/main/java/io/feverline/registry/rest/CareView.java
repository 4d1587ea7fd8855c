package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.followup.Entry;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.Step;
import io.feverline.registry.rest.FollowUpDetailView.FollowUpCauseView;
import io.feverline.registry.rest.FollowUpDetailView.HalfDayView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as it is told to whom it is of: without those who looked after them, who are persons too.
 *
 * @param endsAt when its days are over
 * @param entries how the person was, as corrected last, in order of time
 * @param referredTo the fever clinic that they were sent to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CareView(
        UUID id,
        String areaCode,
        String state,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant closedAt,
        List<FollowUpCauseView> causes,
        List<OwnEntryView> entries,
        @Nullable String referredTo) {
    /**
     * How the person was.
     *
     * @param temperature °C
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnEntryView(
            HalfDayView halfDay,
            Instant takenAt,
            double temperature,
            boolean feverish,
            List<String> symptoms,
            @Nullable String note) {
        static OwnEntryView of(Entry entry) {
            var observation = entry.observation();
            return new OwnEntryView(
                    HalfDayView.of(entry.halfDay()),
                    observation.takenAt(),
                    observation.temperature() / 1000.0,
                    observation.isFeverish(),
                    observation.symptoms().stream().sorted().map(Names::of).toList(),
                    observation.note());
        }
    }

    static CareView of(FollowUpDetail detail) {
        var followUp = detail.followUp();
        return new CareView(
                followUp.id(),
                followUp.care().areaCode(),
                Names.of(followUp.care().state()),
                followUp.openedAt(),
                followUp.endsAt(),
                followUp.closedAt(),
                detail.causes().stream().map(FollowUpCauseView::of).toList(),
                detail.entries().stream()
                        .filter(entry -> !entry.superseded())
                        .map(OwnEntryView::of)
                        .toList(),
                detail.steps().stream()
                        .map(Step::place)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
