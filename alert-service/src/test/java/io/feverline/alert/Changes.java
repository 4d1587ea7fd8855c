package io.feverline.alert;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Journey;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.rule.FeverGrade;
import io.feverline.alert.rule.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What detection might tell. */
public final class Changes {
    public static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private Changes() {}

    /** A fever at {@code checkpoint} of {@code area} that opens an episode of its own. */
    public static EpisodeTold opening(String checkpoint, String area, Instant openedAt) {
        return new EpisodeTold(
                UUID.randomUUID(),
                Cause.READING,
                EpisodeState.SUSPECTED,
                false,
                FeverGrade.MODERATE,
                null,
                openedAt,
                1,
                null,
                Journey.UNKNOWN,
                reading(Verdict.Kind.FEVER, checkpoint, area, openedAt),
                false);
    }

    /** The same, to test the way. */
    public static EpisodeTold synthetic(EpisodeTold change) {
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                change.state(),
                change.historic(),
                change.grade(),
                change.keyRegion(),
                change.openedAt(),
                change.revision(),
                change.mergedInto(),
                change.journey(),
                change.reading(),
                true);
    }

    /** A second reading of the episode that {@code opening} opened. */
    public static EpisodeTold next(EpisodeTold opening, EpisodeState state) {
        TakenReading first = opening.reading();
        Verdict.Kind verdict = state == EpisodeState.CLEARED ? Verdict.Kind.NORMAL : Verdict.Kind.FEVER;
        Instant at = opening.openedAt().plusSeconds(300);
        return after(opening, Cause.READING, state, null, reading(verdict, first.checkpointId(), first.areaCode(), at));
    }

    /** Nobody rechecked in time. */
    public static EpisodeTold expiry(EpisodeTold last) {
        return after(last, Cause.WINDOW_END, EpisodeState.EXPIRED, null, last.reading());
    }

    /** It turned out to be one with another. */
    public static EpisodeTold merger(EpisodeTold last, EpisodeTold other) {
        return after(last, Cause.MERGER, EpisodeState.MERGED, other.episodeId(), last.reading());
    }

    /** The same at a later revision. */
    public static EpisodeTold retold(EpisodeTold change, EpisodeState state, int revision) {
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                state,
                change.historic(),
                change.grade(),
                change.keyRegion(),
                change.openedAt(),
                revision,
                change.mergedInto(),
                change.journey(),
                change.reading(),
                false);
    }

    /** The same, of somebody under way with others. */
    public static EpisodeTold on(Journey journey, EpisodeTold change) {
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                change.state(),
                change.historic(),
                change.grade(),
                change.keyRegion(),
                change.openedAt(),
                change.revision(),
                change.mergedInto(),
                journey,
                change.reading(),
                false);
    }

    /** The same, from a key region. */
    public static EpisodeTold from(String keyRegion, EpisodeTold change) {
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                change.state(),
                change.historic(),
                change.grade(),
                keyRegion,
                change.openedAt(),
                change.revision(),
                change.mergedInto(),
                change.journey(),
                change.reading(),
                false);
    }

    /** The same, measured by another device. */
    public static EpisodeTold by(String deviceId, EpisodeTold change) {
        TakenReading reading = change.reading();
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                change.state(),
                change.historic(),
                change.grade(),
                change.keyRegion(),
                change.openedAt(),
                change.revision(),
                change.mergedInto(),
                change.journey(),
                new TakenReading(
                        reading.id(),
                        reading.verdict(),
                        reading.temperature(),
                        reading.threshold(),
                        reading.policyVersion(),
                        reading.site(),
                        deviceId,
                        reading.checkpointId(),
                        reading.areaCode(),
                        reading.measuredAt(),
                        reading.receivedAt()),
                false);
    }

    /** The same, of an episode without a live fever. */
    public static EpisodeTold late(EpisodeTold change) {
        return new EpisodeTold(
                change.episodeId(),
                change.cause(),
                change.state(),
                true,
                change.grade(),
                change.keyRegion(),
                change.openedAt(),
                change.revision(),
                change.mergedInto(),
                change.journey(),
                change.reading(),
                false);
    }

    private static EpisodeTold after(
            EpisodeTold last, Cause cause, EpisodeState state, @Nullable UUID mergedInto, TakenReading reading) {
        return new EpisodeTold(
                last.episodeId(),
                cause,
                state,
                last.historic(),
                last.grade(),
                last.keyRegion(),
                last.openedAt(),
                last.revision() + 1,
                mergedInto,
                last.journey(),
                reading,
                false);
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
