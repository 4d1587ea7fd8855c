package io.feverline.alert.rest;

import io.feverline.alert.detection.Simulation;
import io.feverline.alert.episode.Episode;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.episode.Screened;
import io.feverline.alert.episode.TrialReport;
import io.feverline.alert.lifecycle.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a draft would have changed, as JSON. */
@Schema(
        name = "SimulationReport",
        description = "A past period as it was judged, and as the draft would have judged it.")
public record SimulationReportJson(
        @Schema(required = true, description = "How many readings were looked at.")
        int readings,

        @Schema(required = true, description = "By the policies that were in force.")
        Side today,

        @Schema(required = true) Side draft,

        @Schema(required = true, description = "Alerts that the draft would have raised in addition.")
        Difference gained,

        @Schema(required = true, description = "Alerts that the draft would not have raised.")
        Difference missed) {
    private static final int MOST_EXAMPLES = 100;

    /** One side's figures. */
    @Schema(name = "SimulatedSide")
    public record Side(
            @Schema(required = true, description = "One per episode.")
            int alerts,

            @Schema(required = true) int confirmed,
            @Schema(required = true) int cleared,

            @Schema(required = true, description = "Nobody rechecked in time.")
            int expired,

            @Schema(required = true, description = "Readings taken after an episode's first.")
            int rechecks) {

        static Side of(TrialReport.Side side) {
            return new Side(
                    side.episodes(),
                    side.byState().getOrDefault(EpisodeState.CONFIRMED, 0),
                    side.byState().getOrDefault(EpisodeState.CLEARED, 0),
                    side.byState().getOrDefault(EpisodeState.EXPIRED, 0),
                    side.rechecks());
        }
    }

    /** What only one side has. */
    @Schema(name = "SimulatedDifference")
    public record Difference(
            @Schema(required = true) int alerts,

            @Schema(required = true, description = "The first hundred.")
            List<Example> examples) {

        static Difference of(List<Episode> episodes) {
            return new Difference(
                    episodes.size(),
                    episodes.stream().limit(MOST_EXAMPLES).map(Example::of).toList());
        }
    }

    /** An episode that only one side has. */
    @Schema(name = "SimulatedAlert")
    public record Example(
            @Schema(required = true, description = "Its first fever.")
            UUID readingId,

            @Schema(
                    required = true,
                    enumeration = {"confirmed", "cleared", "expired"})
            String episodeState,

            @Schema(required = true) String checkpointId,
            @Schema(required = true) String site,

            @Schema(required = true, description = "°C, as judged.")
            BigDecimal temperature,

            @Schema(required = true) Instant measuredAt) {

        static Example of(Episode episode) {
            Screened fever = episode.readings().get(0);
            return new Example(
                    fever.id(),
                    Words.of(episode.standing().state()),
                    fever.checkpointId(),
                    Words.of(fever.site()),
                    Degrees.of(fever.verdict().temperature()),
                    fever.measuredAt());
        }
    }

    static SimulationReportJson of(Simulation.Done done) {
        TrialReport report = done.report();
        return new SimulationReportJson(
                done.readings(),
                Side.of(report.today()),
                Side.of(report.draft()),
                Difference.of(report.gained()),
                Difference.of(report.missed()));
    }
}
