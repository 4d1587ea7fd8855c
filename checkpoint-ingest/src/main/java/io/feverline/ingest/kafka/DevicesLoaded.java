package io.feverline.ingest.kafka;

import io.feverline.ingest.device.DeviceDirectory;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the devices are known: a known device must never be answered 401. */
@Readiness
@Singleton
public class DevicesLoaded implements HealthCheck {
    private final DeviceDirectory directory;

    public DevicesLoaded(DeviceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("devices loaded")
                .status(directory.isComplete())
                .build();
    }
}
