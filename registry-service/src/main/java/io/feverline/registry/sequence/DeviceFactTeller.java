package io.feverline.registry.sequence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks every few seconds whether there is something to tell of devices. */
@ApplicationScoped
public class DeviceFactTeller {
    private static final Logger LOG = Logger.getLogger(DeviceFactTeller.class);

    private final DeviceFacts facts;

    DeviceFactTeller(DeviceFacts facts) {
        this.facts = facts;
    }

    @Scheduled(every = "${feverline.device-facts.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return facts.tell()
                .onFailure()
                .invoke(e -> LOG.warnf("device facts wait: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
