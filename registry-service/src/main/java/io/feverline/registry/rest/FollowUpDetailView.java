package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.followup.Cause;
import io.feverline.registry.followup.Entry;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.Step;
import io.feverline.registry.followup.rule.HalfDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up with all that is known of it; lists are in order of time.
 *
 * @param missed the half days that have ended without an entry
 */
public record FollowUpDetailView(
        FollowUpView followUp,
        List<FollowUpCauseView> causes,
        List<EntryView> entries,
        List<HalfDayView> missed,
        List<StepView> steps) {
    static FollowUpDetailView of(FollowUpDetail detail) {
        return new FollowUpDetailView(
                FollowUpView.of(detail.followUp()),
                detail.causes().stream().map(FollowUpCauseView::of).toList(),
                detail.entries().stream().map(EntryView::of).toList(),
                detail.missed().stream().map(HalfDayView::of).toList(),
                detail.steps().stream().map(StepView::of).toList());
    }

    /**
     * Why somebody is followed up.
     *
     * @param readingId of a confirmed fever, the reading that opened its episode
     * @param regionId the key region that they came from
     * @param knownAt since when it is known here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FollowUpCauseView(
            UUID readingId, String kind, @Nullable String regionId, Instant at, Instant knownAt) {
        static FollowUpCauseView of(Cause cause) {
            return new FollowUpCauseView(
                    cause.readingId(), Names.of(cause.kind()), cause.regionId(), cause.at(), cause.knownAt());
        }
    }

    /**
     * How somebody was.
     *
     * @param id as its writer chose it
     * @param revision 1, and one more with each correction
     * @param superseded it was corrected later
     * @param actor who wrote it
     * @param temperature °C
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryView(
            UUID id,
            int revision,
            boolean superseded,
            HalfDayView halfDay,
            Instant takenAt,
            double temperature,
            boolean feverish,
            List<String> symptoms,
            @Nullable String note,
            String actor,
            Instant recordedAt) {
        static EntryView of(Entry entry) {
            var observation = entry.observation();
            return new EntryView(
                    entry.id(),
                    entry.revision(),
                    entry.superseded(),
                    HalfDayView.of(entry.halfDay()),
                    observation.takenAt(),
                    observation.temperature() / 1000.0,
                    observation.isFeverish(),
                    observation.symptoms().stream().sorted().map(Names::of).toList(),
                    observation.note(),
                    entry.actor(),
                    entry.recordedAt());
        }
    }

    /** A morning or an evening of the county. */
    public record HalfDayView(LocalDate day, String part) {
        static HalfDayView of(HalfDay halfDay) {
            return new HalfDayView(halfDay.day(), Names.of(halfDay.part()));
        }
    }

    /**
     * What was done.
     *
     * @param actor by whom
     * @param areaCode where it is looked after since
     * @param assignee by whom since
     * @param place where the traveller was referred to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepView(
            String kind,
            Instant at,
            String actor,
            String areaCode,
            @Nullable String assignee,
            @Nullable String place,
            @Nullable String reason) {
        static StepView of(Step step) {
            return new StepView(
                    Names.of(step.kind()),
                    step.at(),
                    step.actor(),
                    step.areaCode(),
                    step.assignee(),
                    step.place(),
                    step.reason());
        }
    }
}
