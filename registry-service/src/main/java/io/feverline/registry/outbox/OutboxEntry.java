package io.feverline.registry.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is yet to be published. The database counts its id up when it is written, after the row that it tells
 * of is locked: so the events of one thing are in the order of their ids.
 */
@Entity
@Table(name = "outbox")
public class OutboxEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String topic;

    @Column(name = "record_key", nullable = false)
    private String key;

    @Column(nullable = false)
    private byte[] payload;

    @Column(name = "event_id", nullable = false)
    private UUID eventId;

    @Column(name = "event_type", nullable = false)
    private String eventType;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    protected OutboxEntry() {}

    /**
     * @param payload the event's bytes as they go to the topic
     * @param eventType CloudEvents type
     */
    public OutboxEntry(String topic, String key, byte[] payload, String eventType, Instant occurredAt) {
        this(topic, key, payload, UUID.randomUUID(), eventType, occurredAt);
    }

    OutboxEntry(String topic, String key, byte[] payload, UUID eventId, String eventType, Instant occurredAt) {
        this.topic = topic;
        this.key = key;
        this.payload = payload;
        this.eventId = eventId;
        this.eventType = eventType;
        this.occurredAt = occurredAt;
    }

    public String topic() {
        return topic;
    }

    public String key() {
        return key;
    }

    public byte[] payload() {
        return payload;
    }

    public UUID eventId() {
        return eventId;
    }

    public String eventType() {
        return eventType;
    }

    public Instant occurredAt() {
        return occurredAt;
    }
}
