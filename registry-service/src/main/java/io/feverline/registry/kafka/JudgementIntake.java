package io.feverline.registry.kafka;

import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.registry.followup.FeverConfirmed;
import io.feverline.registry.followup.PendingFevers;
import io.feverline.registry.judgement.DeviceFinding;
import io.feverline.registry.judgement.EpisodeTold;
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.judgement.VerdictTold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes in what alert-service tells. What it is given is, when it completes, either stored or put aside. */
@ApplicationScoped
public class JudgementIntake {
    private static final EventCodec<EpisodeChanged> EPISODES = EventCodec.of(EpisodeChanged.class);
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);

    private final Judgements judgements;
    private final PendingFevers fevers;
    private final Persistence persistence;

    JudgementIntake(Judgements judgements, PendingFevers fevers, DeadLetters deadLetters) {
        this.judgements = judgements;
        this.fevers = fevers;
        this.persistence = new Persistence(deadLetters);
    }

    /** Never fails. */
    public Uni<Void> take(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var verdicts = new ArrayList<Delivered<VerdictTold>>();
        var confirmed = new ArrayList<Delivered<FeverConfirmed>>();
        var episodes = new ArrayList<Delivered<EpisodeTold>>();
        var findings = new ArrayList<Delivered<DeviceFinding>>();
        var unreadable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                byte[] value = Objects.requireNonNullElse(record.value(), new byte[0]);
                if (record.topic().equals(Topic.Name.DEVICE_HEALTH)) {
                    findings.add(new Delivered<>(finding(HEALTH.decode(value)), record));
                } else {
                    EpisodeChanged change = EPISODES.decode(value);
                    if (!change.getSynthetic()) {
                        verdicts.add(new Delivered<>(verdict(change), record));
                        FeverConfirmed fever = confirmed(change);
                        if (fever != null) {
                            confirmed.add(new Delivered<>(fever, record));
                        }
                        episodes.add(new Delivered<>(episode(change), record));
                    }
                }
            } catch (UnreadableEvent e) {
                unreadable.add(record);
            }
        }
        return persistence
                .putAside(unreadable)
                .chain(() -> persistence.store(verdicts, judgements::storeVerdicts))
                .chain(() -> persistence.store(episodes, judgements::storeEpisodes))
                .chain(() -> persistence.store(findings, judgements::storeFindings))
                .chain(() -> persistence.store(confirmed, fevers::store));
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

    /** Null while it is not confirmed, and of people without papers, whom nobody can follow up. */
    private static @Nullable FeverConfirmed confirmed(EpisodeChanged change) {
        String token = change.getTravellerToken();
        if (change.getState() != EpisodeState.CONFIRMED || token == null) {
            return null;
        }
        Instant measured = change.getMeasuredAt();
        Instant received = change.getReceivedAt();
        return new FeverConfirmed(
                token,
                change.getOpenedBy(),
                change.getReadingId(),
                // A gateway's clock may run ahead.
                measured.isBefore(received) ? measured : received,
                change.getAreaCode());
    }

    private static EpisodeTold episode(EpisodeChanged change) {
        return new EpisodeTold(
                change.getEpisodeId(),
                change.getOpenedAt(),
                change.getCheckpointId(),
                change.getAreaCode(),
                change.getState().name(),
                change.getRevision());
    }

    private static DeviceFinding finding(DeviceHealthChanged change) {
        return new DeviceFinding(
                change.getDeviceId(), change.getFinding().name(), change.getSince(), change.getUntil());
    }
}
