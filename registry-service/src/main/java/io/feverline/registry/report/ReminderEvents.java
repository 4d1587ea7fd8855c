package io.feverline.registry.report;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services of reports that are not signed. */
public interface ReminderEvents {
    OutboxEntry reminded(Reminder reminder);
}
