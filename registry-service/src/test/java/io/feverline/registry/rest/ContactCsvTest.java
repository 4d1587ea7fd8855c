package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.feverline.registry.contact.Company;
import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Presence;
import io.feverline.registry.contact.Reason;
import io.feverline.registry.contact.Stay;
import io.feverline.registry.contact.Tracing;
import io.feverline.registry.contact.Where;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCsvTest {
    private static final int TRIP = 6;
    private static final Instant NOON = Instant.parse("2020-01-26T04:00:00Z");
    private static final UUID SOMEBODY = UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60");
    private static final UUID COACH = UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f61");

    @Test
    void begins_with_a_byte_order_mark() {
        assertThat(ContactCsv.of(met("K12", "12B"))).startsWith("\uFEFF接触者 contact,人数 people,");
    }

    @Test
    void an_encounter_is_a_line() {
        assertThat(ContactCsv.of(met("K12", "12B")).lines())
                .element(1)
                .isEqualTo(SOMEBODY
                        + ",1,同排 / same row,,," + COACH + ",K12,12A,12B,0,2020-01-26T12:00:00+08:00,"
                        + "2020-01-26T12:00:00+08:00,2020-01-26T12:01:30+08:00,2020-01-26T12:01:30+08:00,1.5,,");
    }

    @Test
    void lines_end_as_in_rfc_4180() {
        assertThat(ContactCsv.of(met("K12", "12B")).replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void people_without_papers_are_a_line_of_the_place() {
        var stay = new Stay(new Where.Gate("north", "北出口", false), NOON, NOON, NOON, NOON, Set.of());
        var tracing = new Tracing(NOON, NOON, List.of(new Company(stay, 0, 17, false)), List.of(), false);
        assertThat(ContactCsv.of(tracing).lines())
                .element(1)
                .asString()
                .startsWith(",17,,north,北出口,")
                .endsWith("没有身份信息的读数 / readings without papers");
    }

    @Test
    void a_place_that_was_cut_says_so() {
        var stay = new Stay(new Where.Gate("north", "北出口", false), NOON, NOON, NOON, NOON, Set.of());
        var tracing = new Tracing(NOON, NOON, List.of(new Company(stay, 500, 0, true)), List.of(), true);
        assertThat(ContactCsv.of(tracing).lines()).element(1).asString().contains("名单不完整");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =1", "＝1", "＋1", "－1", "＠1", "\r=1", "\n=1"})
    void what_a_spreadsheet_would_run_is_a_text(String trip) throws IOException {
        assertThat(cells(ContactCsv.of(met(trip, "12B"))).get(1)[TRIP]).isEqualTo("'" + trip);
    }

    @Property
    void whatever_a_device_says_stays_in_its_cell(@ForAll String trip) throws IOException {
        assertThat(cells(ContactCsv.of(met(trip, trip))))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSize(17));
    }

    private static List<String[]> cells(String csv) throws IOException {
        return new CsvMapper()
                .readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<String[]>readValues(csv)
                .readAll();
    }

    private static Tracing met(String trip, String seat) {
        var stay = new Stay(new Where.Ride(COACH, trip), NOON, NOON, NOON, NOON, Set.of("12A"));
        Instant at = NOON.plusSeconds(90);
        var encounter = new Encounter(
                Reason.SEAT_ROW,
                new Presence(stay, SOMEBODY, at, at, trip, Set.of(seat)),
                Duration.ofSeconds(90),
                null,
                0);
        return new Tracing(NOON, NOON, List.of(), List.of(new Contact(SOMEBODY, List.of(encounter))), false);
    }
}
