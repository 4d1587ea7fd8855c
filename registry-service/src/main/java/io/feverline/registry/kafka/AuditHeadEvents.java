package io.feverline.registry.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.registry.audit.HeadEvents;
import io.feverline.registry.events.AuditHeadSigned;
import io.feverline.registry.events.audit.SignedHead;
import io.feverline.registry.outbox.OutboxEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/** Heads of the audit log, in the words of the contract. */
@ApplicationScoped
public class AuditHeadEvents implements HeadEvents {
    private static final EventCodec<AuditHeadSigned> HEAD = EventCodec.of(AuditHeadSigned.class);

    @Override
    public OutboxEntry signed(SignedHead head) {
        byte[] event = HEAD.encode(AuditHeadSigned.newBuilder()
                .setSeq(head.seq())
                .setHash(bytes(head.hash()))
                .setSignedAt(head.signedAt())
                .setSignature(bytes(head.signature()))
                .build());
        return new OutboxEntry(
                Topic.AUDIT_HEADS.topicName(),
                Long.toString(head.seq()),
                event,
                "io.feverline.audit.head.signed.v1",
                head.signedAt());
    }

    /** What is no such event becomes a head that nobody signed. */
    static SignedHead head(byte[] event) {
        try {
            AuditHeadSigned signed = HEAD.decode(event);
            return new SignedHead(
                    signed.getSeq(), hex(signed.getHash()), signed.getSignedAt(), hex(signed.getSignature()));
        } catch (UnreadableEvent e) {
            return new SignedHead(0, "", Instant.EPOCH, "");
        }
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
