package io.feverline.registry.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.ReportConfig;
import io.feverline.registry.config.RetentionConfig;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.report.Reminder.Kind;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.report.rule.Stated;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class RemindersTest {
    private final String checkpoint = "gate-" + UUID.randomUUID();
    private final List<Reminder> told = new CopyOnWriteArrayList<>();

    /** Long ago, so that no other test's checkpoint owes a report of it. */
    private final LocalDate day = LocalDate.of(2019, 1, 26);

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Inject
    ReminderEvents events;

    @Inject
    ReportConfig config;

    @Inject
    ShiftPlan plan;

    @Inject
    RetentionConfig retention;

    @Inject
    AuditLog audit;

    @Inject
    Database database;

    @BeforeEach
    void a_checkpoint() {
        database.run("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL) ON CONFLICT DO NOTHING");
        database.run(
                "INSERT INTO checkpoint (id, name, kind, area_code, registered_at)"
                        + " VALUES ($1, $1, 'OTHER', '360000', $2)",
                checkpoint,
                shift().begins().atOffset(ZoneOffset.UTC));
    }

    @Test
    void half_an_hour_before_the_cutoff_somebody_is_reminded_once_and_at_the_cutoff_once_more() {
        Instant cutoff = shift().cutoff();
        remindAt(cutoff.minus(Duration.ofMinutes(31)));
        assertThat(told).isEmpty();

        remindAt(cutoff.minus(Duration.ofMinutes(30)));
        remindAt(cutoff.minus(Duration.ofMinutes(10)));
        assertThat(told).extracting(Reminder::kind).containsExactly(Kind.DUE_SOON);

        remindAt(cutoff);
        remindAt(cutoff.plus(Duration.ofHours(1)));
        assertThat(told)
                .containsExactly(
                        new Reminder(checkpoint, "360000", shift(), Kind.DUE_SOON),
                        new Reminder(checkpoint, "360000", shift(), Kind.MISSING));
    }

    @Test
    void of_a_signed_report_nobody_is_reminded() {
        var id = new ReportId(checkpoint, day, "day");
        new Reports(pool, audit, plan, retention, Clock.fixed(shift().ends(), ZoneOffset.UTC))
                .sign(id, new Stated(new Counts(0, 0, 0, 0), 0), null, new Actor("li", AreaScope.of("360000")))
                .await()
                .indefinitely();

        remindAt(shift().cutoff());

        assertThat(told).isEmpty();
    }

    @Test
    void of_the_shift_that_it_was_registered_in_nobody_is_reminded() {
        database.run(
                "UPDATE checkpoint SET registered_at = $1 WHERE id = $2",
                shift().begins().plusMillis(1).atOffset(ZoneOffset.UTC),
                checkpoint);

        remindAt(shift().cutoff());

        assertThat(told).isEmpty();
    }

    @Test
    void what_was_missed_while_nobody_looked_is_told_for_a_day_and_then_no_more() {
        remindAt(shift().cutoff().plus(Duration.ofHours(23)));

        assertThat(told)
                .filteredOn(reminder -> reminder.shift().equals(shift()))
                .extracting(Reminder::kind)
                .containsExactly(Kind.MISSING);

        database.run("DELETE FROM report_reminder WHERE checkpoint_id = $1", checkpoint);
        told.clear();
        remindAt(shift().cutoff().plus(Duration.ofHours(24)));
        assertThat(told)
                .filteredOn(reminder -> reminder.shift().equals(shift()))
                .isEmpty();
    }

    @Test
    void several_instances_tell_it_once() {
        var rounds = new ArrayList<Uni<Integer>>();
        for (int i = 0; i < 6; i++) {
            rounds.add(remindersAt(shift().cutoff()).remind());
        }

        Uni.join().all(rounds).andFailFast().await().indefinitely();

        assertThat(told).hasSize(1);
    }

    @Test
    void a_reminder_that_cannot_be_written_is_told_the_next_time() {
        ReminderEvents failing = reminder -> {
            throw new IllegalStateException("no event today");
        };
        assertThat(reminders(shift().cutoff(), failing)
                        .remind()
                        .onFailure()
                        .recoverWithItem(-1)
                        .await()
                        .indefinitely())
                .isEqualTo(-1);

        remindAt(shift().cutoff());

        assertThat(told).hasSize(1);
    }

    @Test
    void open_and_missing_reports_are_counted() {
        var open = remindersAt(shift().ends()).unsigned().await().indefinitely();
        var missing = remindersAt(shift().cutoff()).unsigned().await().indefinitely();

        assertThat(open.open() - missing.open()).isPositive();
        assertThat(missing.missing() - open.missing()).isPositive();
    }

    @Test
    void metrics_tell_how_many_are_missing() {
        var metrics = new SimpleMeterRegistry();

        new ReportKeeper(remindersAt(shift().cutoff()), metrics).look().await().indefinitely();

        assertThat(metrics.get("feverline.reports.missing").gauge().value()).isPositive();
        assertThat(metrics.get("feverline.reports.open").gauge().value()).isZero();
    }

    @Test
    void metrics_tell_nothing_while_it_is_not_known() {
        var metrics = new SimpleMeterRegistry();
        ReminderEvents failing = reminder -> {
            throw new IllegalStateException("no event today");
        };

        new ReportKeeper(reminders(shift().cutoff(), failing), metrics)
                .look()
                .await()
                .indefinitely();

        assertThat(metrics.get("feverline.reports.missing").gauge().value()).isNaN();
    }

    private ShiftOfDay shift() {
        return plan.find(day, "day").orElseThrow();
    }

    private void remindAt(Instant time) {
        remindersAt(time).remind().await().indefinitely();
    }

    private Reminders remindersAt(Instant time) {
        return reminders(time, reminder -> {
            if (reminder.checkpointId().equals(checkpoint)) {
                told.add(reminder);
            }
            return events.reminded(reminder);
        });
    }

    private Reminders reminders(Instant time, ReminderEvents telling) {
        return new Reminders(pool, outbox, telling, plan, config, Clock.fixed(time, ZoneOffset.UTC));
    }
}
