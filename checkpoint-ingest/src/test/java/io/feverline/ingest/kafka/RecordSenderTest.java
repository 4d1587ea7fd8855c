package io.feverline.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.Topic;
import io.feverline.ingest.intake.DoorBusy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RecordSenderTest {
    private static final int BYTES_OF_A_RECORD = Room.OVERHEAD + "key".length() + "0123456789".length();

    private final MockBrokers brokers = new MockBrokers();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordSender sender = new RecordSender(
            brokers, TracerProvider.noop().get("test"), new Room(10, 5L * BYTES_OF_A_RECORD, metrics), metrics);

    @Test
    void a_request_is_answered_when_its_last_record_is_acknowledged() {
        var answer = send(live(2));
        live().completeNext();
        answer.assertNotTerminated();
        live().completeNext();
        answer.assertCompleted();
    }

    @Test
    void a_request_of_both_lanes_waits_for_both() {
        var answer = send(Stream.concat(live(1).stream(), late(1).stream()).toList());
        live().completeNext();
        answer.assertNotTerminated();
        brokers.of(Topic.Name.READINGS_BACKFILL).completeNext();
        answer.assertCompleted();
    }

    @Test
    void a_time_out_of_the_brokers_is_unknown() {
        var answer = send(live(2));
        live().errorNext(new TimeoutException("no answer"));
        answer.assertFailedWith(DoorBusy.class);
    }

    @Test
    void what_is_one_byte_too_large_is_refused_at_once_and_whole() {
        send(live(5)).assertNotTerminated();
        live().clear();

        send(live(1)).assertFailedWith(DoorBusy.class);

        assertThat(live().history()).isEmpty();
    }

    @Test
    void of_a_request_of_both_lanes_nothing_is_sent_when_there_is_no_room_for_all() {
        send(Stream.concat(live(3).stream(), late(6).stream()).toList()).assertFailedWith(DoorBusy.class);

        assertThat(live().history()).isEmpty();
        assertThat(brokers.of(Topic.Name.READINGS_BACKFILL).history()).isEmpty();
    }

    @Test
    void a_request_of_both_lanes_that_was_refused_has_taken_no_room() {
        send(Stream.concat(live(3).stream(), late(6).stream()).toList());

        send(live(5)).assertNotTerminated();
    }

    @Test
    void a_request_of_both_lanes_makes_room_in_both() {
        send(Stream.concat(live(5).stream(), late(5).stream()).toList());
        for (int i = 0; i < 5; i++) {
            live().completeNext();
            brokers.of(Topic.Name.READINGS_BACKFILL).completeNext();
        }

        send(live(5)).assertNotTerminated();
        send(late(5)).assertNotTerminated();
    }

    @Test
    void a_backlog_that_has_filled_its_lane_leaves_the_live_one_its_room() {
        send(late(5));
        send(late(1)).assertFailedWith(DoorBusy.class);

        send(live(5)).assertNotTerminated();
    }

    @Test
    void a_refusal_is_counted() {
        send(live(6));

        assertThat(metrics.counter("feverline.requests.full").count()).isEqualTo(1);
    }

    @Test
    void acknowledged_records_make_room() {
        send(live(5));
        for (int i = 0; i < 5; i++) {
            live().completeNext();
        }

        send(live(5)).assertNotTerminated();
    }

    @Test
    void a_failed_request_keeps_its_room_while_the_producer_has_records_of_it() {
        send(live(5));
        live().errorNext(new TimeoutException("no answer"));

        assertThat(sender.hasRoomFor(Topic.Name.READINGS, 1)).isFalse();
    }

    @Test
    void a_failed_request_makes_room_when_the_producer_has_none_any_more() {
        send(live(5));
        for (int i = 0; i < 5; i++) {
            live().errorNext(new TimeoutException("no answer"));
        }

        assertThat(inFlight("feverline.readings.in.flight.size")).isZero();
    }

    @Test
    void after_a_record_that_cannot_be_sent_the_rest_is_kept_back() {
        live().sendException = new TimeoutException("topic not known yet");

        send(live(5)).assertFailedWith(DoorBusy.class);

        assertThat(inFlight("feverline.readings.in.flight")).isZero();
    }

    @Test
    void a_gateway_that_hangs_up_leaves_what_it_sent_in_flight() {
        send(live(2)).cancel();
        assertThat(inFlight("feverline.readings.in.flight")).isEqualTo(2);
        live().completeNext();
        live().completeNext();
        assertThat(inFlight("feverline.readings.in.flight")).isZero();
    }

    private double inFlight(String gauge) {
        return metrics.get(gauge).tag("topic", Topic.Name.READINGS).gauge().value();
    }

    private org.apache.kafka.clients.producer.MockProducer<String, byte[]> live() {
        return brokers.of(Topic.Name.READINGS);
    }

    private UniAssertSubscriber<Void> send(List<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .completionStage(sender.send(records))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static List<ProducerRecord<String, byte[]>> live(int count) {
        return records(Topic.Name.READINGS, count);
    }

    private static List<ProducerRecord<String, byte[]>> late(int count) {
        return records(Topic.Name.READINGS_BACKFILL, count);
    }

    private static List<ProducerRecord<String, byte[]>> records(String topic, int count) {
        return Collections.nCopies(count, new ProducerRecord<>(topic, "key", "0123456789".getBytes(UTF_8)));
    }
}
