package io.feverline.alert.detection;

import io.feverline.alert.episode.Episode;
import io.feverline.alert.episode.EpisodeBook;
import io.feverline.alert.episode.Screened;
import io.feverline.alert.rule.FeverGrade;
import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import io.feverline.alert.state.AbsorbedFacts;
import io.feverline.alert.state.EpisodeBookState;
import io.feverline.alert.state.EpisodeFacts;
import io.feverline.alert.state.ScreenedFacts;
import io.feverline.events.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Remembered books as bytes in their store and its changelog; a book that another release wrote is read too. */
final class BookSerde {
    private static final EventCodec<EpisodeBookState> CODEC = EventCodec.of(EpisodeBookState.class);

    private BookSerde() {}

    /**
     * A book in the store.
     *
     * @param touchedAt when its last reading was processed, by this service's clock: a backlog's episodes must outlive
     * the backlog, however old its readings are
     */
    record Remembered(EpisodeBook book, Instant touchedAt) {}

    static Serde<Remembered> serde() {
        return Serdes.serdeFrom((topic, book) -> write(book), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable Remembered remembered) {
        if (remembered == null) {
            return null;
        }
        EpisodeBook book = remembered.book();
        return CODEC.encode(new EpisodeBookState(
                remembered.touchedAt(),
                book.episodes().stream().map(BookSerde::facts).toList(),
                facts(book.loose())));
    }

    private static EpisodeFacts facts(Episode episode) {
        return new EpisodeFacts(
                episode.openedBy(),
                episode.revision(),
                episode.windowEnded(),
                episode.absorbed().stream()
                        .map(other -> new AbsorbedFacts(other.openedBy(), other.revision()))
                        .toList(),
                facts(episode.readings()));
    }

    private static List<ScreenedFacts> facts(List<Screened> readings) {
        return readings.stream().map(BookSerde::facts).toList();
    }

    private static ScreenedFacts facts(Screened reading) {
        Verdict verdict = reading.verdict();
        return new ScreenedFacts(
                reading.id(),
                reading.measuredAt(),
                reading.receivedAt(),
                reading.historic(),
                reading.recheckOf(),
                reading.traveller(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.areaCode(),
                reading.site().name(),
                verdict.kind().name(),
                verdict.temperature(),
                verdict.operator().name(),
                verdict.threshold(),
                verdict.policyVersion(),
                reading.recheckWindow().toMillis(),
                reading.platePrefix(),
                reading.originArea(),
                reading.keyRegion(),
                verdict.grade() == null ? null : verdict.grade().name(),
                reading.vehicle(),
                reading.trip());
    }

    private static @Nullable Remembered read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        EpisodeBookState state = CODEC.decode(bytes);
        return new Remembered(
                new EpisodeBook(
                        state.getEpisodes().stream().map(BookSerde::episode).toList(), readings(state.getLoose())),
                state.getTouchedAt());
    }

    private static Episode episode(EpisodeFacts facts) {
        return new Episode(
                facts.getOpenedBy(),
                readings(facts.getReadings()),
                facts.getRevision(),
                facts.getWindowEnded(),
                facts.getAbsorbed().stream()
                        .map(other -> new Episode.Absorbed(other.getOpenedBy(), other.getRevision()))
                        .toList());
    }

    private static List<Screened> readings(List<ScreenedFacts> facts) {
        return facts.stream().map(BookSerde::reading).toList();
    }

    private static Screened reading(ScreenedFacts facts) {
        return new Screened(
                facts.getId(),
                facts.getMeasuredAt(),
                facts.getReceivedAt(),
                facts.getHistoric(),
                facts.getRecheckOf(),
                facts.getTraveller(),
                facts.getDeviceId(),
                facts.getCheckpointId(),
                facts.getAreaCode(),
                Site.valueOf(facts.getSite()),
                new Verdict(
                        Verdict.Kind.valueOf(facts.getVerdict()),
                        facts.getGrade() == null ? null : FeverGrade.valueOf(facts.getGrade()),
                        facts.getTemperature(),
                        Operator.valueOf(facts.getOperator()),
                        facts.getThreshold(),
                        facts.getPolicyVersion()),
                Duration.ofMillis(facts.getRecheckWindow()),
                facts.getPlatePrefix(),
                facts.getOriginArea(),
                facts.getKeyRegion(),
                facts.getVehicle(),
                facts.getTrip());
    }
}
