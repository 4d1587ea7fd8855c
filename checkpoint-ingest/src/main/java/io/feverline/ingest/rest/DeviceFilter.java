package io.feverline.ingest.rest;

import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.device.FailedKeys;
import io.feverline.ingest.intake.Counts;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Every endpoint of this service is for a known device: whoever has no live key goes no further. */
@Singleton
public class DeviceFilter {
    private static final String DEVICE = Device.class.getName();
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 128;

    private final DeviceDirectory directory;
    private final Instance<DeviceCertificates> certificates;
    private final Instance<FailedKeys> failures;
    private final Counts counts;
    private final InstantSource clock;

    /** What is looked up when there is one asks for a configuration: filters are made before there is one. */
    public DeviceFilter(
            DeviceDirectory directory,
            Instance<DeviceCertificates> certificates,
            Instance<FailedKeys> failures,
            Counts counts,
            InstantSource clock) {
        this.directory = directory;
        this.certificates = certificates;
        this.failures = failures;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Lets a known device through, and nobody else.
     *
     * @throws DoorStarting while it is not known yet who is nobody
     */
    @ServerRequestFilter
    public @Nullable Response authenticate(RoutingContext http) {
        // Before the look-up: what becomes known in between must not be nobody's.
        boolean complete = directory.isComplete();
        String header = http.request().getHeader(HttpHeaders.AUTHORIZATION);
        var device = header == null ? certificates.get().device(http.request()) : withKey(header);
        if (device.isPresent()) {
            http.put(DEVICE, device.get());
            return null;
        }
        if (!complete) {
            throw new DoorStarting();
        }
        counts.unauthorised();
        var pause = failures.get()
                .failed(RemoteNetwork.of(http.request().remoteAddress().hostAddress()), clock.instant());
        if (pause.isZero()) {
            return Problems.unauthorised();
        }
        counts.slowed();
        return Problems.slowed(pause);
    }

    private Optional<Device> withKey(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                        && header.length() <= SCHEME.length() + LONGEST_KEY
                ? directory.withKey(header.substring(SCHEME.length()).trim())
                : Optional.empty();
    }

    static Device device(RoutingContext http) {
        return Objects.requireNonNull(http.get(DEVICE));
    }
}
