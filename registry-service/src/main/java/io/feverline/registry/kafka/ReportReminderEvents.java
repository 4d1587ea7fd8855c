package io.feverline.registry.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.registry.events.ReminderKind;
import io.feverline.registry.events.ReportReminded;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.report.Reminder;
import io.feverline.registry.report.ReminderEvents;
import io.feverline.registry.report.rule.ShiftOfDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Reports that are not signed, in the words of the contract. */
@ApplicationScoped
public class ReportReminderEvents implements ReminderEvents {
    private static final EventCodec<ReportReminded> REMINDED = EventCodec.of(ReportReminded.class);

    private final Clock clock;

    ReportReminderEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OutboxEntry reminded(Reminder reminder) {
        ShiftOfDay shift = reminder.shift();
        byte[] event = REMINDED.encode(ReportReminded.newBuilder()
                .setCheckpointId(reminder.checkpointId())
                .setAreaCode(reminder.areaCode())
                .setDay(shift.day())
                .setShift(shift.shift())
                .setKind(ReminderKind.valueOf(reminder.kind().name()))
                .setBegins(shift.begins())
                .setEnds(shift.ends())
                .setCutoff(shift.cutoff())
                .build());
        return new OutboxEntry(
                Topic.REPORT_REMINDERS.topicName(),
                reminder.checkpointId(),
                event,
                "io.feverline.report.reminded.v1",
                clock.instant());
    }
}
