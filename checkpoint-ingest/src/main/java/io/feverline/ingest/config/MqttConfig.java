package io.feverline.ingest.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The second door: an MQTT 5 broker that gateways publish to and this service reads from. */
@ConfigMapping(prefix = "feverline.mqtt")
public interface MqttConfig {
    /** Whether it is open. */
    @WithDefault("false")
    boolean enabled();

    /** The broker's host. */
    @WithDefault("localhost")
    String host();

    /** Its port; with TLS usually 8883. */
    @WithDefault("1883")
    int port();

    /**
     * The name of the TLS configuration that the broker is reached with, {@code quarkus.tls.<name>.*}: its trust store
     * says which broker is believed, its key store is the certificate that this service shows. Without a name there is
     * no TLS.
     */
    Optional<String> tls();

    /** Who this service is at the broker, if it asks for a name. */
    Optional<String> username();

    /** What proves it. */
    Optional<String> password();

    /**
     * The client's id: another one for each instance, as the broker lets only one in under it, and the same one after a
     * restart, as the session hangs on it. Without it {@code checkpoint-ingest-} and the host's name, which is enough
     * for one instance a host.
     */
    Optional<String> clientId();

    /** The shared subscription's name: instances of one group share the work. */
    @WithDefault("checkpoint-ingest")
    String group();

    /** What every topic begins with; a device's topics follow under its id. */
    @WithDefault("feverline/v1/devices")
    String topics();

    /**
     * Whether the broker vouches for a topic's device, as it lets each client certificate publish to its own topics
     * only. Messages then need no key. Unless that is so, this must stay off: anybody could speak for every device.
     */
    @WithDefault("false")
    boolean brokerVouches();

    /** Messages that may be here without having been acknowledged; beyond that the broker waits. */
    @WithDefault("64")
    int receiveMaximum();

    /**
     * Most bytes of a message: a batch of a thousand readings. The broker withholds larger ones without telling
     * anybody, so it has to refuse them itself when they are published. Times {@link #receiveMaximum} is the most
     * memory they take.
     */
    @WithDefault("512K")
    MemorySize packetBytes();

    /** How long the broker keeps messages for an instance that is away. */
    @WithDefault("7d")
    Duration sessionKept();

    /** A broker that is silent for half as long again is taken for lost. */
    @WithDefault("30s")
    Duration keepAlive();

    /** The pause before the next attempt to reach the broker begins with a second and doubles up to this. */
    @WithDefault("10s")
    Duration longestPause();

    /** How long a message waits here for its next attempt when Kafka has not acknowledged. */
    @WithDefault("1s")
    Duration tryAgainAfter();
}
