package io.feverline.ingest.mqtt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The topics of devices, {@code <prefix>/<device>/<what>}.
 *
 * @param prefix what all begin with, such as {@code feverline/v1/devices}
 */
record Topics(String prefix) {
    private static final String ANSWERS = "answers";

    /** No device is registered under a longer id, and what nobody is called by must not fill the memory of failures. */
    private static final int LONGEST_ID = 64;

    /** What a device publishes. */
    enum Kind {
        READING("readings"),
        BATCH("readings/batch"),
        HEARTBEAT("heartbeats");

        private final String path;

        Kind(String path) {
            this.path = path;
        }
    }

    /** Whose topic it is, and for what. */
    record Address(String deviceId, Kind kind) {}

    /** The subscriptions that a group shares. */
    List<String> filters(String group) {
        return Arrays.stream(Kind.values())
                .map(kind -> "$share/" + group + "/" + prefix + "/+/" + kind.path)
                .toList();
    }

    /** What a topic says, if it is one of these. */
    Optional<Address> read(String topic) {
        int device = prefix.length() + 1;
        int end = topic.indexOf('/', device);
        if (!topic.startsWith(prefix + "/") || end <= device || end - device > LONGEST_ID) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> topic.substring(end + 1).equals(kind.path))
                .findAny()
                .map(kind -> new Address(topic.substring(device, end), kind));
    }

    /**
     * Whether what was published on one topic may be answered on another. A publisher chooses where, and this service
     * may publish where the publisher may not: so it is among the same device's topics, or there is no answer.
     */
    boolean answers(String topic, String responseTopic) {
        return read(topic)
                .map(address -> prefix + "/" + address.deviceId() + "/" + ANSWERS)
                .filter(own -> responseTopic.equals(own) || responseTopic.startsWith(own + "/"))
                .isPresent();
    }
}
