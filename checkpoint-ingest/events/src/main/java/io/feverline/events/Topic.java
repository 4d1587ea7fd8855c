package io.feverline.events;

import java.util.Map;

/** Every topic of Feverline: what it is keyed by, how it is cleaned up, and how many partitions it starts with. */
public enum Topic {
    /** Readings at most two minutes old when they arrived. */
    READINGS(Name.READINGS, "traveller token, else device id", Cleanup.DELETE, 6),
    /** Readings that arrived later than that: an outage's backlog, which must never delay a live fever. */
    READINGS_BACKFILL(Name.READINGS_BACKFILL, "traveller token, else device id", Cleanup.DELETE, 6),
    /** That devices are alive, and how far their clocks are off. */
    HEARTBEATS(Name.HEARTBEATS, "device id", Cleanup.DELETE, 3),
    /** Devices as they are registered now. */
    DEVICES(Name.DEVICES, "device id", Cleanup.COMPACT, 1),
    /** What was found out about devices: how the numbers of their readings stand. */
    DEVICE_FACTS(Name.DEVICE_FACTS, "device id", Cleanup.COMPACT, 1),
    /** Checkpoints as they are registered now. */
    CHECKPOINTS(Name.CHECKPOINTS, "checkpoint id", Cleanup.COMPACT, 1),
    /** The area tree as it is registered now. */
    AREAS(Name.AREAS, "area code", Cleanup.COMPACT, 1),
    /**
     * Changes of screening episodes. Not compacted: each change names a reading of its own, and the alert's record of
     * them must not depend on how fast its consumer was.
     */
    ALERTS(Name.ALERTS, "episode id", Cleanup.DELETE, 3),
    /** Where travellers come from that are looked at more closely, as it is listed now. */
    KEY_REGIONS(Name.KEY_REGIONS, "key region id", Cleanup.COMPACT, 1),
    /** Signed ends of registry-service's audit log, kept for ever. */
    AUDIT_HEADS(Name.AUDIT_HEADS, "the number of the log's last row", Cleanup.KEEP, 1),
    /** Daily reports that are not signed. */
    REPORT_REMINDERS(Name.REPORT_REMINDERS, "checkpoint id", Cleanup.DELETE, 1),
    /** Every version of the screening policy. */
    POLICIES(Name.POLICIES, "policy version", Cleanup.COMPACT, 1),
    /** Within alert-service: where the readings of episodes are, and rechecks that look for theirs. */
    ALERT_LINKS(Name.ALERT_LINKS, "reading id", Cleanup.DELETE, 6),
    /** Within alert-service: rechecks that another device took, on their way to their fever. */
    ALERT_RECHECKS(Name.ALERT_RECHECKS, "as the fever's reading", Cleanup.DELETE, 6),
    /**
     * Within alert-service: what its instances have seen of devices, where neighbours meet; and how far they have
     * read.
     */
    DEVICE_MINUTES(Name.DEVICE_MINUTES, "checkpoint id", Cleanup.DELETE, 6),
    /** What is wrong with devices, since when, and until when it was. */
    DEVICE_HEALTH(Name.DEVICE_HEALTH, "device id, a slash and the finding", Cleanup.COMPACT, 3),
    /** How checkpoints stand: rates and their devices' health. */
    CHECKPOINT_STATUS(Name.CHECKPOINT_STATUS, "checkpoint id", Cleanup.COMPACT, 3),
    /** Records that alert-service could not read, as they were. */
    ALERT_DEAD_LETTERS(Name.ALERT_DEAD_LETTERS, "as in the topic it came from", Cleanup.DELETE, 1),
    /** Records that registry-service could not read, as they were. */
    REGISTRY_DEAD_LETTERS(Name.REGISTRY_DEAD_LETTERS, "as in the topic it came from", Cleanup.DELETE, 1);

    /** The names, for places that take only constants. */
    public static final class Name {
        public static final String READINGS = "readings";
        public static final String READINGS_BACKFILL = "readings-backfill";
        public static final String HEARTBEATS = "heartbeats";
        public static final String DEVICES = "devices";
        public static final String DEVICE_FACTS = "device-facts";
        public static final String CHECKPOINTS = "checkpoints";
        public static final String AREAS = "areas";
        public static final String ALERTS = "alerts";
        public static final String KEY_REGIONS = "key-regions";
        public static final String AUDIT_HEADS = "audit-heads";
        public static final String REPORT_REMINDERS = "report-reminders";
        public static final String POLICIES = "policies";
        public static final String ALERT_LINKS = "alert-service-links";
        public static final String ALERT_RECHECKS = "alert-service-rechecks";
        public static final String DEVICE_MINUTES = "alert-service-device-minutes";
        public static final String DEVICE_HEALTH = "device-health";
        public static final String CHECKPOINT_STATUS = "checkpoint-status";
        public static final String ALERT_DEAD_LETTERS = "alert-service-dead-letters";
        public static final String REGISTRY_DEAD_LETTERS = "registry-service-dead-letters";

        private Name() {}
    }

    private enum Cleanup {
        DELETE,
        COMPACT,
        /** Never. */
        KEEP
    }

    private final String topicName;
    private final String keyedBy;
    private final Cleanup cleanup;
    private final int partitions;

    Topic(String topicName, String keyedBy, Cleanup cleanup, int partitions) {
        this.topicName = topicName;
        this.keyedBy = keyedBy;
        this.cleanup = cleanup;
        this.partitions = partitions;
    }

    /** The topic's name at the brokers. */
    public String topicName() {
        return topicName;
    }

    /** What the record key holds, in words; always a UTF-8 string. */
    public String keyedBy() {
        return keyedBy;
    }

    /** Kafka's settings of it that are not the brokers' own. */
    public Map<String, String> configs() {
        return switch (cleanup) {
            case DELETE -> Map.of("cleanup.policy", "delete");
            case COMPACT -> Map.of("cleanup.policy", "compact");
            case KEEP -> Map.of("cleanup.policy", "delete", "retention.ms", "-1");
        };
    }

    /** How many partitions a new installation starts with. */
    public int partitions() {
        return partitions;
    }
}
