package io.feverline.alert.detection;

import io.feverline.events.Topic;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Puts a live fever ahead of an outage's backlog. Kafka Streams takes the record with the smallest timestamp next when
 * both topics have some waiting; so the live lane's records seem older than any backlog's (older, for brokers refuse
 * timestamps in the future). Nothing else here uses stream time.
 */
public final class LiveLaneFirst implements TimestampExtractor {
    private static final long AHEAD = Duration.ofDays(3650).toMillis();

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        boolean live = !record.topic().equals(Topic.Name.READINGS_BACKFILL);
        return Math.max(0, live ? record.timestamp() - AHEAD : record.timestamp());
    }
}
