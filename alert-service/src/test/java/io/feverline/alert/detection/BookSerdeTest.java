package io.feverline.alert.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.feverline.alert.detection.BookSerde.Remembered;
import io.feverline.alert.episode.EpisodeBook;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.state.EpisodeBookState;
import io.feverline.events.PublishedVersions;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.registry.events.keyregion.KeyRegions;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;

class BookSerdeTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void a_book_comes_back_as_it_was() {
        EpisodeBook book = taking(
                EpisodeBook.EMPTY,
                Readings.forehead(38_000, EIGHT).setTraveller(Readings.traveller("li")),
                Readings.forehead(38_000, EIGHT.plusSeconds(3_000)),
                Readings.forehead(38_000, EIGHT.plusSeconds(1_500)),
                Readings.forehead(36_600, EIGHT.plusSeconds(9_000)));
        var remembered = new Remembered(book, EIGHT.plusSeconds(1));
        assertThat(book.episodes().get(0).absorbed()).hasSize(1);
        assertThat(book.loose()).hasSize(1);

        try (var serde = BookSerde.serde()) {
            byte[] bytes = serde.serializer().serialize("books", remembered);
            assertThat(serde.deserializer().deserialize("books", bytes)).isEqualTo(remembered);
        }
    }

    @Test
    void what_older_releases_stored_can_be_read() throws IOException {
        Schema today = new Schema.Parser().parse(new File("src/main/avro/EpisodeBookState.avsc"));
        var stored = PublishedVersions.of(EpisodeBookState.class);

        assertThat(stored).last().isEqualTo(today);
        assertThatCode(() -> new SchemaValidatorBuilder()
                        .canReadStrategy()
                        .validateAll()
                        .validate(today, stored))
                .doesNotThrowAnyException();
    }

    private static EpisodeBook taking(EpisodeBook book, ReadingTaken.Builder... readings) {
        EpisodeBook next = book;
        for (ReadingTaken.Builder reading : readings) {
            next = next.take(Screening.by(Policies.DEFAULT, KeyRegions.NONE, reading.build()))
                    .book();
        }
        return next;
    }
}
