package io.feverline.registry.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.EventCodec;
import io.feverline.events.access.AreaScope;
import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.RetentionConfig;
import io.feverline.registry.kafka.JudgementIntake;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Place;
import io.feverline.registry.passage.TravellerSighting;
import io.feverline.registry.passage.VehicleSighting;
import io.feverline.registry.report.rule.Completeness;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.report.rule.Stated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A week of twelve checkpoints and 168 reports. Six are honest, three conceal, each in its own way; one is silent, one
 * is late, and one states what its devices have told while an outage holds the rest back. Each day at noon after its
 * night the auditor reads the lists.
 */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedWeekTest {
    private static final String COUNTY = "990101";
    private static final String KEY_AREA = "990200";
    private static final String KEY_PLATE = "使A";
    private static final EventCodec<EpisodeChanged> EPISODES = EventCodec.of(EpisodeChanged.class);

    private final LocalDate monday = LocalDate.now(ShiftPlan.COUNTY).minusDays(9);
    private final LocalDate sunday = monday.plusDays(6);
    /** In the middle of a shift: from then on its region is a key region. */
    private final Instant listedFrom =
            monday.plusDays(2).atTime(12, 0).atZone(ShiftPlan.COUNTY).toInstant();

    /** What the auditor read on each day. */
    private final Map<LocalDate, List<String>> discrepancies = new HashMap<>();

    private final Map<LocalDate, List<String>> missing = new HashMap<>();

    /** What was really so on each day. */
    private final Map<LocalDate, List<String>> concealed = new HashMap<>();

    private final List<String> draftsThatWereWrong = new ArrayList<>();

    @Inject
    PassageStore store;

    @Inject
    JudgementIntake judgements;

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Inject
    AuditLog audit;

    @Inject
    ShiftPlan plan;

    @Inject
    RetentionConfig retention;

    /** How a checkpoint's people report. */
    private enum Conduct {
        HONEST,
        /** Its fevers are left out. */
        HIDES_FEVERS,
        /** Zero, whatever there was. */
        DENIES_ALL,
        /** People are added, those from a key region left out. */
        EMBELLISHES,
        SILENT,
        LATE,
        /** Honest, but on some days the gateway is offline from noon or midnight on until after the signature. */
        CUT_OFF;

        Stated states(Counts seen) {
            return switch (this) {
                case HIDES_FEVERS -> new Stated(new Counts(seen.screened(), 0, 0, seen.keyRegion()), 0);
                case DENIES_ALL -> new Stated(new Counts(0, 0, 0, 0), 0);
                case EMBELLISHES ->
                    new Stated(
                            new Counts(seen.screened() + 20, seen.suspected(), seen.confirmed(), 0), seen.confirmed());
                default -> new Stated(seen, seen.confirmed());
            };
        }
    }

    private record Checkpoint(String id, String area, Conduct conduct) {}

    /** What became of a traveller's fever. */
    private enum Fever {
        NONE,
        CLEARED,
        CONFIRMED,
        /** It was another's, found out later. */
        MERGED
    }

    private record Visit(Passage passage, boolean fromKeyRegion, Fever fever) {
        Instant at() {
            return passage.measuredAt();
        }

        boolean isFirst() {
            return passage.recheckOf() == null;
        }
    }

    private final List<Checkpoint> checkpoints = Stream.concat(
                    IntStream.rangeClosed(1, 6)
                            .mapToObj(i -> new Checkpoint("week-honest-" + i, "990101001", Conduct.HONEST)),
                    Stream.of(
                            new Checkpoint("week-hides-fevers", "990101001", Conduct.HIDES_FEVERS),
                            new Checkpoint("week-denies-all", "990101002", Conduct.DENIES_ALL),
                            new Checkpoint("week-embellishes", "990101002", Conduct.EMBELLISHES),
                            new Checkpoint("week-silent", "990101002", Conduct.SILENT),
                            new Checkpoint("week-late", "990101002", Conduct.LATE),
                            new Checkpoint("week-cut-off", "990101002", Conduct.CUT_OFF)))
            .toList();

    @BeforeAll
    void a_week_passes() {
        aCounty();
        int number = 0;
        for (ShiftOfDay shift : plan.between(monday.minusDays(1), sunday)) {
            number++;
            for (Checkpoint checkpoint : checkpoints) {
                pass(checkpoint, shift, new Random(1_000L * number + checkpoints.indexOf(checkpoint)));
            }
            if (shift.shift().equals("night")) {
                read(shift.day());
            }
        }
    }

    private void aCounty() {
        database.run("INSERT INTO area (code, level, name) VALUES ('990000', 'PROVINCE', '某省')");
        database.run("INSERT INTO area (code, level, name, parent) VALUES ($1, 'COUNTY', '某县', '990000')", COUNTY);
        database.run("""
                INSERT INTO area (code, level, name, parent)
                SELECT code, 'TOWN', '某镇', $1 FROM unnest(ARRAY['990101001', '990101002']) AS t (code)""", COUNTY);
        for (Checkpoint checkpoint : checkpoints) {
            database.run(
                    "INSERT INTO checkpoint (id, name, kind, area_code, registered_at)"
                            + " VALUES ($1, $1, 'OTHER', $2, $3)",
                    checkpoint.id(),
                    checkpoint.area(),
                    utc(plan.of(monday).get(0).begins()));
        }
        // Listed twice: an arrival is one arrival.
        database.run("""
                INSERT INTO key_region (id, name, area_prefix, plate_prefix, level, valid_from, legal_basis, version)
                SELECT id, '某地', '9902', '使', 'HIGH', $1, '令', 0
                FROM unnest(ARRAY['week-1', 'week-2']) AS r (id)""", utc(listedFrom));
    }

    /** A shift passes, and its people report it, each in their way. */
    private void pass(Checkpoint checkpoint, ShiftOfDay shift, Random chance) {
        boolean quiet = checkpoint.id().equals("week-honest-6") && shift.shift().equals("night");
        List<Visit> visits = quiet ? List.of() : visits(checkpoint, shift, chance);
        boolean outage = checkpoint.conduct() == Conduct.CUT_OFF && chance.nextInt(3) == 0;
        Instant offline = outage ? shift.begins().plus(Duration.ofHours(4)) : shift.ends();
        List<Visit> seen =
                visits.stream().filter(visit -> visit.at().isBefore(offline)).toList();
        List<Visit> heldBack =
                visits.stream().filter(visit -> !visit.at().isBefore(offline)).toList();
        arrive(seen);
        Counts then = count(seen);
        if (!shift.day().isBefore(monday) && checkpoint.conduct() != Conduct.SILENT) {
            Stated stated = checkpoint.conduct().states(then);
            Instant at = checkpoint.conduct() == Conduct.LATE
                    ? shift.cutoff().plus(Duration.ofHours(1))
                    : shift.ends().plus(Duration.ofMinutes(20));
            sign(checkpoint, shift, stated, then, at);
            remember(checkpoint, shift, stated, then, count(visits));
        }
        arrive(heldBack);
    }

    private void sign(Checkpoint checkpoint, ShiftOfDay shift, Stated stated, Counts seen, Instant at) {
        var id = new ReportId(checkpoint.id(), shift.day(), shift.shift());
        var signer = new Actor("gate keeper", AreaScope.of(checkpoint.area()));
        var signed = reportsAt(at).sign(id, stated, null, signer).await().indefinitely();
        if (!seen.equals(signed.draft())) {
            draftsThatWereWrong.add(id + ": " + signed.draft() + ", not " + seen);
        }
    }

    private void remember(Checkpoint checkpoint, ShiftOfDay shift, Stated stated, Counts then, Counts really) {
        for (Figure figure : Figure.values()) {
            int said = stated.counts().of(figure);
            if (said != really.of(figure)) {
                String kind = said == then.of(figure) ? "CHANGED_SINCE" : "DIFFERED_WHEN_SIGNED";
                concealed
                        .computeIfAbsent(shift.day(), day -> new ArrayList<>())
                        .add(line(checkpoint.id(), shift, figure, said, really.of(figure), kind));
            }
        }
    }

    /** The auditor reads a day's lists, page by page. */
    private void read(LocalDate day) {
        Instant noon = day.plusDays(1).atTime(12, 0).atZone(ShiftPlan.COUNTY).toInstant();
        var reports = reportsAt(noon);
        var found = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = reports.discrepancies(query(day, next)).await().indefinitely();
            page.items()
                    .forEach(each -> each.discrepancies()
                            .forEach(d -> found.add(line(
                                    each.report().checkpointId(),
                                    each.report().shift(),
                                    d.figure(),
                                    d.stated(),
                                    d.devices(),
                                    d.kind().name()))));
            next = page.next();
        }
        discrepancies.put(day, found);
        var notInTime = new ArrayList<String>();
        next = "";
        while (next != null) {
            var page = reports.notInTime(query(day, next)).await().indefinitely();
            page.items()
                    .forEach(report -> notInTime.add("%s %s %s"
                            .formatted(report.checkpointId(), report.shift().shift(), report.state(noon))));
            next = page.next();
        }
        missing.put(day, notInTime);
    }

    @Test
    void the_discrepancies_of_each_day_are_those_that_there_were_and_no_others() {
        assertThat(on(monday.minusDays(1))).isEmpty();
        for (LocalDate day : week()) {
            assertThat(on(day)).containsExactlyInAnyOrderElementsOf(concealed.getOrDefault(day, List.of()));
        }
    }

    @Test
    void each_of_the_three_who_conceal_is_on_the_list_of_every_day_and_with_the_backlogs_nobody_else() {
        for (LocalDate day : week()) {
            assertThat(on(day).stream()
                            .filter(line -> line.endsWith("DIFFERED_WHEN_SIGNED"))
                            .map(line -> line.substring(0, line.indexOf(' '))))
                    .containsOnly("week-hides-fevers", "week-denies-all", "week-embellishes");
        }
    }

    @Test
    void a_backlog_is_no_concealment() {
        assertThat(week().stream().flatMap(day -> on(day).stream()).filter(line -> line.endsWith("CHANGED_SINCE")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("week-cut-off "));
    }

    @Test
    void the_missing_of_each_day_are_the_silent_and_the_late_checkpoint() {
        assertThat(missing.get(monday.minusDays(1))).isEmpty();
        for (LocalDate day : week()) {
            assertThat(missing.get(day))
                    .containsExactlyInAnyOrder(
                            "week-silent day MISSING",
                            "week-silent night MISSING",
                            "week-late day LATE",
                            "week-late night LATE");
        }
    }

    @Test
    void the_draft_is_what_passed() {
        assertThat(draftsThatWereWrong).isEmpty();
    }

    @Test
    void completeness_and_timeliness_are_those_of_the_towns() {
        Instant noon = sunday.plusDays(1).atTime(12, 0).atZone(ShiftPlan.COUNTY).toInstant();

        var towns = reportsAt(noon)
                .completeness(new PeriodQuery(auditor(), monday.minusDays(1), sunday, 9))
                .await()
                .indefinitely();

        assertThat(towns)
                .containsExactly(
                        new AreaCompleteness("990101001", "某镇", new Completeness(98, 7, 91, 0, 0, 0), null),
                        new AreaCompleteness("990101002", "某镇", new Completeness(70, 14, 28, 14, 14, 0), sunday));
        assertThat(towns).extracting(town -> town.figures().completeness()).containsExactly(100.0, 80.0);
        assertThat(towns).extracting(town -> town.figures().timeliness()).containsExactly(100.0, 60.0);
    }

    private List<String> on(LocalDate day) {
        return Objects.requireNonNull(discrepancies.get(day));
    }

    private List<LocalDate> week() {
        return monday.datesUntil(sunday.plusDays(1)).toList();
    }

    /** A shift's travellers: from its first moment to its last, from near and far, healthy and not. */
    private List<Visit> visits(Checkpoint checkpoint, ShiftOfDay shift, Random chance) {
        var visits = new ArrayList<Visit>();
        int travellers = 6 + chance.nextInt(12);
        for (int i = 0; i < travellers; i++) {
            Instant at = shift.begins().plusMillis(chance.nextInt(11 * 3_600_000));
            visit(checkpoint, at, chance.nextInt(5) == 0, Fever.values()[Math.max(0, chance.nextInt(20) - 16)], visits);
        }
        visit(checkpoint, shift.begins(), true, Fever.CONFIRMED, visits);
        visit(checkpoint, shift.ends().minusMillis(1), true, Fever.NONE, visits);
        return visits;
    }

    private static void visit(Checkpoint at, Instant time, boolean fromKeyRegion, Fever fever, List<Visit> into) {
        var first = passage(at, time, null, fromKeyRegion);
        into.add(new Visit(first, fromKeyRegion, fever));
        if (fever != Fever.NONE) {
            var recheck = passage(at, time.plusSeconds(180), first.readingId(), fromKeyRegion);
            into.add(new Visit(recheck, fromKeyRegion, Fever.NONE));
        }
    }

    /** From a key region is whoever says so, or whose vehicle does, also of the people without papers in it. */
    private static Passage passage(Checkpoint at, Instant time, @Nullable UUID recheckOf, boolean fromKeyRegion) {
        boolean papers = time.toEpochMilli() % 2 == 0;
        String origin = fromKeyRegion ? KEY_AREA : "360300";
        return new Passage(
                UUID.randomUUID(),
                time,
                time.plusMillis(40),
                new Place("gate of " + at.id(), at.id(), at.area(), null, null),
                new Measurement("LIVE", false, 36_600, "BODY", "FOREHEAD", 0, null),
                recheckOf,
                papers
                        ? new TravellerSighting(
                                UUID.randomUUID().toString(), "RESIDENT_ID", true, null, origin, COUNTY, null)
                        : null,
                fromKeyRegion && !papers
                        ? new VehicleSighting(
                                UUID.randomUUID().toString(), KEY_PLATE, true, "COACH", null, "K12", null, null)
                        : null);
    }

    private Counts count(List<Visit> visits) {
        return new Counts(
                (int) visits.stream().filter(Visit::isFirst).count(),
                (int) visits.stream()
                        .filter(visit -> visit.fever() == Fever.CLEARED || visit.fever() == Fever.CONFIRMED)
                        .count(),
                (int) visits.stream()
                        .filter(visit -> visit.fever() == Fever.CONFIRMED)
                        .count(),
                (int) visits.stream()
                        .filter(visit -> visit.isFirst()
                                && visit.fromKeyRegion()
                                && !visit.at().isBefore(listedFrom))
                        .count());
    }

    /** Passages and what was judged of them arrive, and what was judged arrives once more, in another order. */
    private void arrive(List<Visit> visits) {
        store.store(visits.stream().map(Visit::passage).toList()).await().indefinitely();
        var told = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (Visit visit : visits) {
            if (visit.fever() != Fever.NONE) {
                told.add(episode(visit, EpisodeState.SUSPECTED, 0));
                told.add(episode(visit, EpisodeState.valueOf(visit.fever().name()), 1));
            }
        }
        judgements.take(told).await().indefinitely();
        Collections.reverse(told);
        judgements.take(told).await().indefinitely();
    }

    private static ConsumerRecord<byte[], byte[]> episode(Visit visit, EpisodeState state, int revision) {
        Passage opening = visit.passage();
        UUID id = UUID.nameUUIDFromBytes(opening.readingId().toString().getBytes(UTF_8));
        var change = EpisodeChanged.newBuilder()
                .setEpisodeId(id)
                .setState(state)
                .setOpenedAt(opening.measuredAt())
                .setOpenedBy(opening.readingId())
                .setReadingId(opening.readingId())
                .setMeasuredAt(opening.measuredAt())
                .setReceivedAt(opening.receivedAt())
                .setDeviceId(opening.place().deviceId())
                .setCheckpointId(opening.place().checkpointId())
                .setAreaCode(opening.place().areaCode())
                .setSite("FOREHEAD")
                .setTemperature(38_200)
                .setVerdict(VerdictKind.FEVER)
                .setPolicyVersion("default-2")
                .setThreshold(37_300)
                .setRevision(revision)
                .build();
        return new ConsumerRecord<>("alerts", 0, 0, id.toString().getBytes(UTF_8), EPISODES.encode(change));
    }

    private Reports reportsAt(Instant time) {
        return new Reports(pool, audit, plan, retention, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static Actor auditor() {
        return new Actor("auditor", AreaScope.of(COUNTY));
    }

    private static DayQuery query(LocalDate day, String after) {
        return new DayQuery(auditor(), day, AreaScope.of(COUNTY), after, 3);
    }

    private static String line(String checkpoint, ShiftOfDay shift, Figure figure, int said, int counted, String kind) {
        return "%s %s %s: %d, not %d, %s".formatted(checkpoint, shift.shift(), figure, said, counted, kind);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
