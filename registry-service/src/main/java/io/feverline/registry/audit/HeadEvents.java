package io.feverline.registry.audit;

import io.feverline.registry.events.audit.SignedHead;
import io.feverline.registry.outbox.OutboxEntry;

/** Tells others of heads. */
public interface HeadEvents {
    OutboxEntry signed(SignedHead head);
}
