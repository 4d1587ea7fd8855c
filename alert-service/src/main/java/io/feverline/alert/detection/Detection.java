package io.feverline.alert.detection;

import io.feverline.alert.config.DetectionConfig;
import io.feverline.alert.config.DeviceHealthConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/** Hands the topology to the container, which starts it when the topics are there. */
final class Detection {
    private static final Logger LOG = Logger.getLogger(Detection.class);

    @Produces
    @Singleton
    @IfBuildProperty(name = "feverline.alert.detection.enabled", stringValue = "true", enableIfMissing = true)
    Topology topology(DetectionConfig config, DeviceHealthConfig devices, MeterRegistry registry, Tracer tracer) {
        var memory = new EpisodeProcessor.Memory(config.remembered(), config.evictionEvery());
        return DetectionTopology.topology(
                memory,
                DeviceWatchProcessor.Settings.of(devices),
                InstantSource.system(),
                new DetectionMeters(registry),
                tracer);
    }

    /** A thread that failed is replaced: the readings it held are read again, and none has a second effect. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return failure -> {
            LOG.error("detection failed and starts again", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
