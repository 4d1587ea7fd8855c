package io.feverline.registry.sequence;

import io.feverline.registry.config.DeviceFactConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Looks every few seconds whether there is something to tell of devices. */
@ApplicationScoped
public class DeviceFactTeller {
    private static final Logger LOG = Logger.getLogger(DeviceFactTeller.class);

    private final DeviceFacts facts;
    private final DeviceFactConfig config;
    private Cancellable looking = () -> {};

    DeviceFactTeller(DeviceFacts facts, DeviceFactConfig config) {
        this.facts = facts;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        looking = Multi.createFrom()
                .ticks()
                .every(config.every())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .subscribe()
                .with(done -> {}, e -> LOG.error("nobody is told of devices any more", e));
    }

    void stop(@Observes ShutdownEvent event) {
        looking.cancel();
    }

    private Uni<Integer> look() {
        return facts.tell()
                .onFailure()
                .invoke(e -> LOG.warnf("device facts wait: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0);
    }
}
