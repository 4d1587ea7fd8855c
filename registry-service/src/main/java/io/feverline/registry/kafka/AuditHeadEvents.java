package io.feverline.registry.kafka;

import io.feverline.events.Topic;
import io.feverline.registry.audit.HeadEvents;
import io.feverline.registry.events.audit.HeadTopic;
import io.feverline.registry.events.audit.SignedHead;
import io.feverline.registry.outbox.OutboxEntry;
import jakarta.enterprise.context.ApplicationScoped;

/** Heads of the audit log, in the words of the contract. */
@ApplicationScoped
public class AuditHeadEvents implements HeadEvents {
    @Override
    public OutboxEntry signed(SignedHead head) {
        return new OutboxEntry(
                Topic.AUDIT_HEADS.topicName(),
                Long.toString(head.seq()),
                HeadTopic.encode(head),
                "io.feverline.audit.head.signed.v1",
                head.signedAt());
    }
}
