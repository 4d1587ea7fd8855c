package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;

/** A process that is killed and comes back. */
enum Victim {
    CHECKPOINT_INGEST,
    ALERT_SERVICE,
    REGISTRY_SERVICE,
    KAFKA,
    POSTGRESQL;

    /** Whether the services stand on it. */
    boolean isServer() {
        return this == KAFKA || this == POSTGRESQL;
    }

    /** SIGKILL. */
    void kill(LocalSystem system) {
        switch (this) {
            case KAFKA -> system.brokerServer().kill();
            case POSTGRESQL -> system.databaseServer().kill();
            default -> system.service(Service.valueOf(name())).kill();
        }
    }

    /** Returns when it is ready. */
    void start(LocalSystem system) {
        switch (this) {
            case KAFKA -> system.brokerServer().start();
            case POSTGRESQL -> system.databaseServer().start();
            default -> system.service(Service.valueOf(name())).start();
        }
    }
}
