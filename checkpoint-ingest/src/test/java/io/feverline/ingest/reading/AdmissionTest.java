package io.feverline.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2020-01-26T00:00:00Z");
    private static final Origin ORIGIN = new Origin("gate-1-a", "gate-1", "360322101", Site.FOREHEAD, Mode.BODY, 300);
    private static final String ID = "018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60";

    private final Admission admission = new Admission(
            new Admission.Limits(
                    Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofHours(24), Duration.ofDays(28)),
            OffsetDateTime::parse);

    @Test
    void what_the_submission_leaves_out_comes_from_the_device() throws Rejected {
        var reading = admission.admit(measured(36.6, NOW), ORIGIN, NOW);
        assertThat(reading.site()).isEqualTo(Site.FOREHEAD);
        assertThat(reading.mode()).isEqualTo(Mode.BODY);
    }

    @Test
    void the_offset_never_changes_the_temperature_as_measured() throws Rejected {
        assertThat(admission.admit(measured(36.6, NOW), ORIGIN, NOW).temperature())
                .isEqualTo(36_600);
    }

    @Property
    void a_temperature_is_kept_to_the_thousandth(@ForAll @DoubleRange(min = 20, max = 47) double celsius)
            throws Rejected {
        assertThat(admission.admit(measured(celsius, NOW), ORIGIN, NOW).temperature() / 1000.0)
                .isCloseTo(celsius, org.assertj.core.api.Assertions.within(0.0005001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20.0, 34.999, 35.0, 37.3, 47.0})
    void a_temperature_that_a_body_can_have_is_admitted(double celsius) throws Rejected {
        assertThat(admission.admit(measured(celsius, NOW), ORIGIN, NOW)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "98.6, TEMPERATURE_UNIT", // °F
        "370, TEMPERATURE_UNIT", // tenths
        "309.75, TEMPERATURE_UNIT", // K
        "19.999, TEMPERATURE_IMPLAUSIBLE",
        "47.001, TEMPERATURE_IMPLAUSIBLE",
        "-36.6, TEMPERATURE_IMPLAUSIBLE",
        "NaN, TEMPERATURE_IMPLAUSIBLE",
        "Infinity, TEMPERATURE_IMPLAUSIBLE",
        "0, TEMPERATURE_IMPLAUSIBLE"
    })
    void a_temperature_that_no_body_can_have_is_turned_away(double celsius, Reason reason) {
        assertRejected(reason, measured(celsius, NOW));
    }

    @ParameterizedTest
    @CsvSource({"120000, LIVE", "120001, LATE"})
    void a_reading_older_than_two_minutes_is_late(long ageMillis, Lane lane) throws Rejected {
        assertThat(admission
                        .admit(measured(36.6, NOW.minusMillis(ageMillis)), ORIGIN, NOW)
                        .lane())
                .isEqualTo(lane);
    }

    @ParameterizedTest
    @CsvSource({"300000, false", "300001, true"})
    void a_clock_more_than_five_minutes_ahead_is_flagged(long aheadMillis, boolean flagged) throws Rejected {
        assertThat(admission
                        .admit(measured(36.6, NOW.plusMillis(aheadMillis)), ORIGIN, NOW)
                        .clockAhead())
                .isEqualTo(flagged);
    }

    @Test
    void a_time_a_day_ahead_is_the_last_that_is_stored() throws Rejected {
        var dayAhead = NOW.plus(Duration.ofHours(24));
        assertThat(admission.admit(measured(36.6, dayAhead), ORIGIN, NOW).clockAhead())
                .isTrue();
        assertRejected(Reason.TIME_IMPLAUSIBLE, measured(36.6, dayAhead.plusMillis(1)));
    }

    @Test
    void a_time_28_days_back_is_the_last_that_is_stored() throws Rejected {
        var longAgo = NOW.minus(Duration.ofDays(28));
        assertThat(admission.admit(measured(36.6, longAgo), ORIGIN, NOW).lane()).isEqualTo(Lane.LATE);
        assertRejected(Reason.TIME_IMPLAUSIBLE, measured(36.6, longAgo.minusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-26T08:00:00", "2020-01-26", "yesterday", "2020-13-01T00:00:00Z"})
    void a_time_without_offset_or_sense_is_turned_away(String time) {
        assertRejected(Reason.TIME_INVALID, submission(ID, time, 36.6, null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "not-a-uuid", "018f6c1e7a3b4c559d1e1b2c3d4e5f60"})
    void an_id_that_is_no_uuid_is_turned_away(String id) {
        assertRejected(Reason.ID_INVALID, submission(id, NOW.toString(), 36.6, null, null, null, null, null));
    }

    @Test
    void a_missing_id_is_named() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> admission.admit(
                        submission(null, NOW.toString(), 36.6, null, null, null, null, null), ORIGIN, NOW))
                .satisfies(e -> assertThat(e.detail()).contains("id"));
    }

    @Test
    void another_devices_reading_is_turned_away() {
        assertRejected(Reason.OTHER_DEVICE, submission(ID, NOW.toString(), 36.6, null, null, "gate-2-a", null, null));
    }

    @Test
    void an_unknown_site_is_turned_away_with_the_known_ones() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> admission.admit(
                        submission(ID, NOW.toString(), 36.6, null, "elbow", null, null, null), ORIGIN, NOW))
                .satisfies(e -> assertThat(e.detail()).contains("inner-canthus").doesNotContain("elbow"));
    }

    @Test
    void a_wrong_document_number_never_stops_a_reading() throws Rejected {
        var traveller = new Submission.Traveller("resident-id", "123", "张三", null, null, null);
        var reading =
                admission.admit(submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null), ORIGIN, NOW);
        assertThat(reading.traveller()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "-", "——", "/", "\u200b", "·"})
    void a_number_without_letter_or_digit_is_nobodys(String number) {
        var traveller = new Submission.Traveller("passport", number, "张三", null, null, null);
        assertRejected(Reason.MEMBER_MISSING, submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null));
        var vehicle = new Submission.Vehicle(number, null, null, null, null);
        assertRejected(Reason.MEMBER_MISSING, submission(ID, NOW.toString(), 36.6, null, null, null, null, vehicle));
    }

    @Test
    void a_name_of_129_characters_is_turned_away_without_being_repeated() {
        var traveller = new Submission.Traveller("passport", "E12345678", "王".repeat(129), null, null, null);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> admission.admit(
                        submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null), ORIGIN, NOW))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MEMBER_TOO_LONG))
                .satisfies(e -> assertThat(e.detail()).doesNotContain("王"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\ud842", "\udfb7", "\udfb7\ud842", "a\ud842"})
    void a_text_that_neither_the_events_nor_the_database_can_hold_is_turned_away(String name) {
        var traveller = new Submission.Traveller("passport", "E12345678", name, null, null, null);
        assertRejected(Reason.TEXT_UNSTORABLE, submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud842\udfb7", "\u0001\u007f\u0085", "\u200b\u202e\ufeff", "\uffff", "", " ", "''; DROP TABLE"})
    void any_other_text_is_kept_as_it_was_sent(String name) throws Rejected {
        var traveller = new Submission.Traveller("passport", "E12345678", name, null, null, null);
        assertThat(admission.admit(
                        submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null), ORIGIN, NOW))
                .extracting(reading -> reading.traveller())
                .extracting(kept -> kept.name())
                .isEqualTo(name);
    }

    @Test
    void an_origin_area_has_six_nine_or_twelve_digits() {
        var traveller = new Submission.Traveller("passport", "E12345678", null, null, "4201", null);
        assertRejected(Reason.AREA_INVALID, submission(ID, NOW.toString(), 36.6, null, null, null, traveller, null));
    }

    @Test
    void a_synthetic_reading_is_marked() throws Rejected {
        assertThat(admission.admit(synthetic(null, null, null), ORIGIN, NOW).synthetic())
                .isTrue();
        assertThat(admission.admit(measured(36.6, NOW), ORIGIN, NOW).synthetic())
                .isFalse();
    }

    @Test
    void a_synthetic_reading_is_nobodys_and_has_no_number() {
        var traveller = new Submission.Traveller("passport", "E12345678", null, null, null, null);
        assertRejected(Reason.SYNTHETIC_OF_SOMEBODY, synthetic(traveller, null, null));
        assertRejected(Reason.SYNTHETIC_OF_SOMEBODY, synthetic(null, ID, null));
        assertRejected(Reason.SYNTHETIC_OF_SOMEBODY, synthetic(null, null, 7L));
    }

    private static Submission synthetic(
            Submission.@Nullable Traveller traveller, @Nullable String recheckOf, @Nullable Long seq) {
        return new Submission(
                ID, NOW.toString(), 41.0, null, null, null, seq, null, null, traveller, null, recheckOf, true);
    }

    private void assertRejected(Reason reason, Submission submission) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> admission.admit(submission, ORIGIN, NOW))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Submission measured(double celsius, Instant at) {
        return submission(ID, at.atOffset(ZoneOffset.ofHours(8)).toString(), celsius, null, null, null, null, null);
    }

    private static Submission submission(
            @Nullable String id,
            String time,
            double celsius,
            @Nullable String mode,
            @Nullable String site,
            @Nullable String deviceId,
            Submission.@Nullable Traveller traveller,
            Submission.@Nullable Vehicle vehicle) {
        return new Submission(
                id, time, celsius, mode, site, null, null, null, deviceId, traveller, vehicle, null, null);
    }
}
