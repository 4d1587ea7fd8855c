package io.feverline.registry.kafka;

import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.registry.judgement.DeviceFinding;
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.judgement.VerdictTold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in what alert-service tells. What it is given is, when it completes, either stored or put aside. */
@ApplicationScoped
public class JudgementIntake {
    private static final EventCodec<EpisodeChanged> EPISODES = EventCodec.of(EpisodeChanged.class);
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);

    private final Judgements judgements;
    private final Persistence persistence;

    JudgementIntake(Judgements judgements, DeadLetters deadLetters) {
        this.judgements = judgements;
        this.persistence = new Persistence(deadLetters);
    }

    /** Never fails. */
    public Uni<Void> take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var verdicts = new ArrayList<Arrival<VerdictTold>>();
        var findings = new ArrayList<Arrival<DeviceFinding>>();
        var unreadable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                byte[] value = Objects.requireNonNullElse(record.value(), new byte[0]);
                if (record.topic().equals(Topic.Name.DEVICE_HEALTH)) {
                    findings.add(new Arrival<>(finding(HEALTH.decode(value)), record));
                } else {
                    EpisodeChanged change = EPISODES.decode(value);
                    if (!change.getSynthetic()) {
                        verdicts.add(new Arrival<>(verdict(change), record));
                    }
                }
            } catch (UnreadableEvent e) {
                unreadable.add(record);
            }
        }
        return persistence
                .putAside(unreadable)
                .chain(() -> persistence.store(verdicts, judgements::storeVerdicts))
                .chain(() -> persistence.store(findings, judgements::storeFindings));
    }

    private static VerdictTold verdict(EpisodeChanged change) {
        return new VerdictTold(
                change.getReadingId(),
                change.getReceivedAt(),
                new Verdict(
                        change.getVerdict().name(),
                        change.getTemperature(),
                        change.getThreshold(),
                        change.getPolicyVersion()));
    }

    private static DeviceFinding finding(DeviceHealthChanged change) {
        return new DeviceFinding(
                change.getDeviceId(), change.getFinding().name(), change.getSince(), change.getUntil());
    }
}
