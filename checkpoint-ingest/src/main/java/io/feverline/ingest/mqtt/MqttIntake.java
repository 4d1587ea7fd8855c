package io.feverline.ingest.mqtt;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.config.MqttConfig;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.device.FailedKeys;
import io.feverline.ingest.intake.Body;
import io.feverline.ingest.intake.Counts;
import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.intake.Format;
import io.feverline.ingest.intake.HeartbeatIntake;
import io.feverline.ingest.intake.Intake;
import io.feverline.ingest.intake.Items;
import io.feverline.ingest.intake.Lines;
import io.feverline.ingest.quota.QuotaExceeded;
import io.feverline.ingest.quota.Quotas;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.rest.BatchReceipt;
import io.feverline.ingest.rest.Bodies;
import io.feverline.ingest.rest.HeartbeatReceipt;
import io.feverline.ingest.rest.Problem;
import io.feverline.ingest.rest.Problems;
import io.feverline.ingest.rest.ReadingsResource;
import io.feverline.ingest.rest.Receipt;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a message: the same as to a request over HTTP, by the same rules, quotas and counters. A batch
 * waits for its turn and takes its time, so it is not for an event loop.
 */
@Singleton
public class MqttIntake {
    private static final Logger LOG = Logger.getLogger(MqttIntake.class);
    private static final int LONGEST_KEY = 128;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    /** A heartbeat says that a device is alive now. */
    private static final long FRESH_SECONDS = 60;

    private final Intake readings;
    private final HeartbeatIntake heartbeats;
    private final DeviceDirectory directory;
    private final FailedKeys failures;
    private final Quotas quotas;
    private final Counts counts;
    private final IngestConfig config;
    private final InstantSource clock;
    private final Topics topics;
    private final boolean brokerVouches;

    public MqttIntake(
            Intake readings,
            HeartbeatIntake heartbeats,
            DeviceDirectory directory,
            FailedKeys failures,
            Quotas quotas,
            Counts counts,
            IngestConfig config,
            MqttConfig mqtt,
            InstantSource clock) {
        this.readings = readings;
        this.heartbeats = heartbeats;
        this.directory = directory;
        this.failures = failures;
        this.quotas = quotas;
        this.counts = counts;
        this.config = config;
        this.clock = clock;
        this.topics = new Topics(mqtt.topics());
        this.brokerVouches = mqtt.brokerVouches();
    }

    /**
     * Takes a message; completes with its answer when Kafka's brokers have what is good in it. Fails with {@link
     * DoorBusy} when readings may or may not have been taken, and with nothing else.
     *
     * @param again whether that was so before, and its quota has been taken
     */
    CompletionStage<Answer> take(Message message, boolean again) {
        try {
            var address = topics.read(message.topic());
            if (address.isEmpty()) {
                return refused(Problems.ofStatus(404));
            }
            var device = device(address.get().deviceId(), message.key());
            if (device.isEmpty()) {
                return CompletableFuture.completedStage(
                        unauthorised(address.get().deviceId()));
            }
            return take(message, new Request(address.get().kind(), device.get(), again))
                    .exceptionallyCompose(failure -> unknown(failure, again));
        } catch (Rejected e) {
            counts.rejected(e.reason());
            return refused(Problems.of(e));
        } catch (QuotaExceeded e) {
            return CompletableFuture.completedStage(Answer.later(
                    Problems.quotaExceeded(e.allowance()), e.allowance().seconds()));
        } catch (IOException | RuntimeException e) {
            return fault(e);
        }
    }

    /** The answer when nobody knows whether a message was taken, and it will not be tried again here. */
    Answer notAcknowledged() {
        return Answer.later(Problems.notAcknowledged(), config.retryAfterSeconds());
    }

    private record Request(Topics.Kind kind, Device device, boolean again) {}

    /**
     * Who speaks: the topic's device, if the message has a live key of it. The broker's rules alone are not enough,
     * unless they are said to be: one rule forgotten there, and every gateway could speak for all devices.
     */
    private Optional<Device> device(String deviceId, @Nullable String key) {
        if (key == null) {
            return brokerVouches ? directory.withId(deviceId) : Optional.empty();
        }
        return key.length() > LONGEST_KEY
                ? Optional.empty()
                : directory
                        .withKey(key)
                        .filter(device -> device.origin().deviceId().equals(deviceId));
    }

    private Answer unauthorised(String deviceId) {
        counts.unauthorised();
        // The broker stands between: the sender has no address here, and is known by the topic.
        var pause = failures.failed("device " + deviceId, clock.instant());
        if (pause.isZero()) {
            return Answer.refused(Problem.of(
                    "device-key",
                    "设备密钥无效 / No live device key",
                    401,
                    "请带用户属性 key，其值为本主题设备的密钥 / send user property key: the key of the topic's device"));
        }
        counts.slowed();
        return Answer.later(Problems.tooManyFailures(), pause.plusMillis(999).toSeconds());
    }

    private CompletionStage<Answer> take(Message message, Request request) throws Rejected, IOException {
        var type = type(message);
        if (type.isEmpty()) {
            return refused(Problems.ofStatus(415));
        }
        return switch (request.kind()) {
            case READING -> reading(message, type.get(), request);
            case BATCH -> batch(message, type.get(), request);
            case HEARTBEAT -> heartbeat(message, type.get(), request);
        };
    }

    private static Optional<MediaType> type(Message message) {
        try {
            return Optional.of(
                    message.type() == null ? MediaType.APPLICATION_JSON_TYPE : MediaType.valueOf(message.type()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private CompletionStage<Answer> reading(Message message, MediaType type, Request request)
            throws Rejected, IOException {
        var format = format(type, ReadingsResource.CLOUD_EVENT);
        if (format.isEmpty()) {
            return refused(Problems.ofStatus(415));
        }
        charge(request, 1);
        try (var body = open(message, type, config.readingBytes())) {
            return readings.takeOne(Items.whole(body.whole()), format.get(), request.device())
                    .thenApply(reading -> Answer.taken(ACCEPTED, Receipt.of(reading)));
        }
    }

    private CompletionStage<Answer> batch(Message message, MediaType type, Request request)
            throws Rejected, IOException {
        if (Bodies.are(ReadingsResource.NDJSON_TYPE, type)) {
            return lines(message, type, request).thenApply(MqttIntake::receipt);
        }
        var format = format(type, ReadingsResource.CLOUD_EVENTS);
        if (format.isEmpty()) {
            return refused(Problems.ofStatus(415));
        }
        try (var body = open(message, type, config.arrayBytes())) {
            var items = Items.ofArray(body.whole(), config.batchItems(), longest());
            charge(request, items.size());
            return readings.takeAll(items, format.get(), request.device()).thenApply(MqttIntake::receipt);
        }
    }

    /** As over HTTP: how many lines there are is known when the first ones have gone. */
    private CompletionStage<Intake.Outcome> lines(Message message, MediaType type, Request request)
            throws Rejected, IOException {
        charge(request, 1);
        try (var body = open(message, type, config.linesBytes())) {
            var lines = new Lines(body, longest());
            try {
                return readings.takeLines(lines, config.batchItems(), config.chunkItems(), request.device());
            } finally {
                if (lines.count() > 1 && !request.again()) {
                    quotas.owe(request.device().origin(), lines.count() - 1);
                }
            }
        }
    }

    /**
     * A heartbeat does not keep: one that has waited would have a dead device alive, and its clock off by as long. So
     * the broker must not keep it, and neither does this service: whoever is answered 503 sends another one.
     */
    private CompletionStage<Answer> heartbeat(Message message, MediaType type, Request request) throws IOException {
        if (!Bodies.are(MediaType.APPLICATION_JSON_TYPE, type)) {
            return refused(Problems.ofStatus(415));
        }
        if (message.expires() == null || message.expires() > FRESH_SECONDS) {
            return refused(Problem.of(
                    "heartbeat-expiry",
                    "心跳须限时送达 / A heartbeat has to expire",
                    422,
                    "请将消息过期时间设为至多 60 秒 / publish it with a message expiry interval of at most 60 s"));
        }
        charge(request, 1);
        return heard(message, type, request)
                .map(heard -> Answer.taken(ACCEPTED, HeartbeatReceipt.of(heard, clock.instant())))
                // Counted as a heartbeat already, and not as a reading.
                .onFailure(Rejected.class)
                .recoverWithItem(rejected -> Answer.refused(Problems.of(rejected)))
                .onFailure(DoorBusy.class)
                .recoverWithItem(busy -> {
                    counts.unacknowledged();
                    return notAcknowledged();
                })
                .subscribeAsCompletionStage();
    }

    private Uni<HeartbeatIntake.Heard> heard(Message message, MediaType type, Request request) throws IOException {
        try (var body = open(message, type, config.readingBytes())) {
            return heartbeats.take(Items.whole(body.whole()), request.device());
        } catch (Rejected e) {
            return heartbeats.unreadable(e);
        }
    }

    private static Optional<Format> format(MediaType type, String envelope) {
        if (Bodies.are(MediaType.APPLICATION_JSON_TYPE, type)) {
            return Optional.of(Format.PLAIN);
        }
        return Bodies.are(MediaType.valueOf(envelope), type) ? Optional.of(Format.CLOUD_EVENT) : Optional.empty();
    }

    private static Body open(Message message, MediaType type, MemorySize most) throws Rejected, IOException {
        return Bodies.open(new ByteArrayInputStream(message.payload().array()), type, message.encoding(), most);
    }

    private int longest() {
        return (int) config.readingBytes().asLongValue();
    }

    private void charge(Request request, int count) {
        if (request.again()) {
            return;
        }
        var allowance = quotas.take(request.device().origin(), count);
        if (!allowance.granted()) {
            throw new QuotaExceeded(allowance);
        }
    }

    private static Answer receipt(Intake.Outcome outcome) {
        return Answer.taken(OK, BatchReceipt.of(outcome));
    }

    private static CompletionStage<Answer> refused(Problem problem) {
        return CompletableFuture.completedStage(Answer.refused(problem));
    }

    private CompletionStage<Answer> unknown(Throwable failure, boolean again) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof DoorBusy)) {
            return fault(cause);
        }
        if (!again) {
            counts.unacknowledged();
        }
        return CompletableFuture.failedStage(cause);
    }

    /** As over HTTP it is the sender's to try again: kept here it might fail for ever, and hold up all others. */
    private static CompletionStage<Answer> fault(Throwable fault) {
        LOG.error("A message failed", fault);
        return refused(Problems.internal());
    }
}
