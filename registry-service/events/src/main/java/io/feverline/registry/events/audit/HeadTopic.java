package io.feverline.registry.events.audit;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.registry.events.AuditHeadSigned;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Heads as they are on their topic. */
public final class HeadTopic {
    private static final EventCodec<AuditHeadSigned> HEAD = EventCodec.of(AuditHeadSigned.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MS = 10_000;

    private HeadTopic() {}

    /** The record's value. */
    public static byte[] encode(SignedHead head) {
        return HEAD.encode(AuditHeadSigned.newBuilder()
                .setSeq(head.seq())
                .setHash(ByteBuffer.wrap(HEX.parseHex(head.hash())))
                .setSignedAt(head.signedAt())
                .setSignature(ByteBuffer.wrap(HEX.parseHex(head.signature())))
                .build());
    }

    /** The head of a record's value; of one that is none, a head that nobody signed. */
    public static SignedHead decode(byte[] value) {
        try {
            AuditHeadSigned signed = HEAD.decode(value);
            return new SignedHead(
                    signed.getSeq(), hex(signed.getHash()), signed.getSignedAt(), hex(signed.getSignature()));
        } catch (UnreadableEvent e) {
            return new SignedHead(0, "", Instant.EPOCH, "");
        }
    }

    /**
     * All that are on the topic now, some nine thousand a year. Blocks meanwhile.
     *
     * @param brokers a consumer's settings that say where they are
     * @throws KafkaException if they do not answer within ten seconds
     */
    public static List<SignedHead> readAll(Map<String, Object> brokers) {
        var settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        var heads = new ArrayList<SignedHead>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.AUDIT_HEADS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(read -> heads.add(decode(read.value())));
            }
        }
        return heads;
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return HEX.formatHex(bytes);
    }
}
