package io.feverline.alert;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.ReadingTakenIn;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.rule.Verdict;
import java.time.Instant;
import java.util.UUID;

/** What detection might tell. */
public final class Changes {
    public static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private Changes() {}

    /** A fever at {@code checkpoint} of {@code area} that opens an episode of its own. */
    public static ReadingTakenIn opening(String checkpoint, String area, Instant openedAt) {
        return new ReadingTakenIn(
                UUID.randomUUID(),
                EpisodeState.SUSPECTED,
                false,
                openedAt,
                reading(Verdict.Kind.FEVER, checkpoint, area, openedAt));
    }

    /** A second reading of the episode that {@code opening} opened. */
    public static ReadingTakenIn next(ReadingTakenIn opening, EpisodeState state) {
        TakenReading first = opening.reading();
        Verdict.Kind verdict = state == EpisodeState.CLEARED ? Verdict.Kind.NORMAL : Verdict.Kind.FEVER;
        return new ReadingTakenIn(
                opening.episodeId(),
                state,
                opening.historic(),
                opening.openedAt(),
                reading(
                        verdict,
                        first.checkpointId(),
                        first.areaCode(),
                        opening.openedAt().plusSeconds(300)));
    }

    private static TakenReading reading(Verdict.Kind verdict, String checkpoint, String area, Instant at) {
        return new TakenReading(
                UUID.randomUUID(),
                verdict,
                verdict == Verdict.Kind.FEVER ? 38_200 : 36_600,
                37_300,
                "default-1",
                "FOREHEAD",
                "gate-1",
                checkpoint,
                area,
                at,
                at.plusMillis(300));
    }
}
