package io.feverline.registry.kafka;

import io.feverline.events.Topic;
import io.feverline.registry.audit.HeadArchive;
import io.feverline.registry.events.audit.HeadTopic;
import io.feverline.registry.events.audit.SignedHead;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The heads that the recorded brokers were sent. */
@Mock
@ApplicationScoped
public class RecordedHeads implements HeadArchive {
    private final RecordedSender brokers;

    RecordedHeads(RecordedSender brokers) {
        this.brokers = brokers;
    }

    @Override
    public Uni<List<SignedHead>> heads() {
        return Uni.createFrom()
                .item(brokers.sent(Topic.Name.AUDIT_HEADS).stream()
                        .map(record -> HeadTopic.decode(record.value()))
                        .toList());
    }
}
