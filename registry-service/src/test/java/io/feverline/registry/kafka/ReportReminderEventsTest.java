package io.feverline.registry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.EventCodec;
import io.feverline.registry.events.ReminderKind;
import io.feverline.registry.events.ReportReminded;
import io.feverline.registry.report.Reminder;
import io.feverline.registry.report.rule.ShiftPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportReminderEventsTest {
    private static final Instant NOW = Instant.parse("2020-01-26T13:30:00Z");
    private final ReportReminderEvents events = new ReportReminderEvents(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_reminder_goes_to_its_topic_under_the_checkpoints_id() {
        var shift = ShiftPlan.parse(List.of("day 08:00-20:00", "night 20:00-08:00"), Duration.ofHours(2))
                .of(LocalDate.of(2020, 1, 26))
                .get(0);

        var entry = events.reminded(new Reminder("north", "360322101", shift, Reminder.Kind.DUE_SOON));

        assertThat(entry.topic()).isEqualTo("report-reminders");
        assertThat(entry.key()).isEqualTo("north");
        assertThat(EventCodec.of(ReportReminded.class).decode(entry.payload()))
                .isEqualTo(ReportReminded.newBuilder()
                        .setCheckpointId("north")
                        .setAreaCode("360322101")
                        .setDay(LocalDate.of(2020, 1, 26))
                        .setShift("day")
                        .setKind(ReminderKind.DUE_SOON)
                        .setBegins(Instant.parse("2020-01-26T00:00:00Z"))
                        .setEnds(Instant.parse("2020-01-26T12:00:00Z"))
                        .setCutoff(Instant.parse("2020-01-26T14:00:00Z"))
                        .build());
    }
}
