package io.feverline.alert.notify;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Care;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert and what happens to it. */
record News(
        UUID id,
        String checkpoint,
        String area,
        boolean historic,
        EpisodeState episode,
        Severity severity,
        Level level,
        long seq) {
    static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    /** A suspected fever of somebody at gate-1 in 上栗镇. */
    static News fever() {
        return new News(
                UUID.randomUUID(),
                "gate-1",
                "360322101",
                false,
                EpisodeState.SUSPECTED,
                Severity.MODERATE,
                Level.CHECKPOINT,
                1);
    }

    News at(String otherCheckpoint, String otherArea) {
        return new News(id, otherCheckpoint, otherArea, historic, episode, severity, level, seq);
    }

    News late() {
        return new News(id, checkpoint, area, true, episode, severity, level, seq);
    }

    News with(EpisodeState state) {
        return new News(id, checkpoint, area, historic, state, severity, level, seq);
    }

    News with(Severity other) {
        return new News(id, checkpoint, area, historic, episode, other, level, seq);
    }

    News with(Level other) {
        return new News(id, checkpoint, area, historic, episode, severity, other, seq);
    }

    News numbered(long other) {
        return new News(id, checkpoint, area, historic, episode, severity, level, other);
    }

    AlertChange reading() {
        return change(Cause.READING, null);
    }

    AlertChange change(Cause cause, @Nullable Cluster cluster) {
        var opening = new TakenReading(
                id,
                Verdict.Kind.FEVER,
                38_200,
                37_300,
                "default-1",
                "forehead",
                "device-1",
                checkpoint,
                area,
                EIGHT,
                EIGHT);
        return new AlertChange(
                seq,
                new Alert(
                        id,
                        id,
                        AlertState.OPEN,
                        episode,
                        historic,
                        severity,
                        null,
                        opening,
                        EIGHT,
                        EIGHT,
                        1,
                        1,
                        0,
                        level,
                        Care.NONE,
                        episode == EpisodeState.MERGED ? UUID.randomUUID() : null,
                        null),
                cause,
                EIGHT,
                cluster,
                null,
                null);
    }

    /** What a synthetic fever of gate-1 told, or that none arrived. */
    static AlertChange probe(@Nullable Instant missingSince, @Nullable Instant wasMissingSince) {
        var probe =
                new Probe("gate-1", "360322101", EIGHT, Duration.ZERO, Duration.ZERO, missingSince, wasMissingSince);
        return new AlertChange(1, null, Cause.PROBE, null, null, null, probe);
    }

    /** A cluster at gate-1 of so many. */
    static Cluster cluster(UUID id, int alerts, @Nullable UUID mergedInto) {
        return new Cluster(
                id, Cluster.Kind.CHECKPOINT, "gate-1", "360322101", EIGHT, EIGHT, EIGHT, alerts, 0, mergedInto);
    }
}
