package io.feverline.ingest.mqtt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.ingest.config.MqttConfig;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the door if it is switched on; of one that is not, no class of the client is ever loaded. */
@Singleton
public class MqttDoor {
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final MqttConfig config;
    private final Instance<MqttIntake> intake;
    private final DeviceDirectory devices;
    private final TlsConfigurationRegistry tls;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Vertx vertx;
    private boolean closed;
    private @Nullable BrokerSession session;

    public MqttDoor(
            MqttConfig config,
            Instance<MqttIntake> intake,
            DeviceDirectory devices,
            TlsConfigurationRegistry tls,
            ObjectMapper json,
            MeterRegistry metrics,
            Vertx vertx) {
        this.config = config;
        this.intake = intake;
        this.devices = devices;
        this.tls = tls;
        this.json = json;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    synchronized void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            var opening = new BrokerSession(config, trust(), intake.get(), json, metrics);
            session = opening;
            openWhenReady(opening);
        }
    }

    /** Messages wait at the broker until the devices are known: a known device must never be answered 401. */
    private synchronized void openWhenReady(BrokerSession opening) {
        if (devices.isComplete() && !closed) {
            opening.open();
        } else if (!closed) {
            vertx.setTimer(LOOK_AGAIN_MILLIS, due -> openWhenReady(opening));
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        closed = true;
        if (session != null) {
            session.close();
        }
    }

    private Optional<BrokerSession.Trust> trust() {
        return config.tls()
                .map(name -> tls.get(name)
                        .orElseThrow(() -> new IllegalStateException(
                                "feverline.mqtt.tls: there is no TLS configuration quarkus.tls." + name)))
                .map(this::trust);
    }

    private BrokerSession.Trust trust(TlsConfiguration named) {
        try {
            var own = named.getKeyStoreOptions();
            var believed = named.getTrustStoreOptions();
            return new BrokerSession.Trust(
                    own == null ? null : own.getKeyManagerFactory(vertx),
                    believed == null ? null : believed.getTrustManagerFactory(vertx));
        } catch (Exception e) {
            throw new IllegalStateException("feverline.mqtt.tls: its stores cannot be read", e);
        }
    }
}
