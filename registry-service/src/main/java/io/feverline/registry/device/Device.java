package io.feverline.registry.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A thermometer gateway, bound to a checkpoint. */
@Entity
@Table(name = "device")
public class Device {
    @Id
    private String id;

    @Column(name = "checkpoint_id", nullable = false)
    private String checkpointId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeasuringSite site;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeasuringMode mode;

    @Column(name = "offset_mc", nullable = false)
    private int offset;

    @Column(name = "key_hash")
    private byte @Nullable [] keyHash;

    @Version
    private long version;

    protected Device() {}

    /** @param offset m°C to add to a reading of bare skin */
    public Device(String id, String checkpointId, MeasuringSite site, MeasuringMode mode, int offset) {
        this.id = id;
        this.checkpointId = checkpointId;
        this.site = site;
        this.mode = mode;
        this.offset = offset;
    }

    /** From now on the device is known by this key alone. */
    public void admit(DeviceKey key) {
        keyHash = key.hash();
    }

    /** From now on no key opens the door to this device. */
    public void revoke() {
        keyHash = null;
    }

    public boolean revoked() {
        return keyHash == null;
    }

    public String id() {
        return id;
    }

    public String checkpointId() {
        return checkpointId;
    }

    public MeasuringSite site() {
        return site;
    }

    public MeasuringMode mode() {
        return mode;
    }

    /** m°C */
    public int offset() {
        return offset;
    }

    /** SHA-256 of the live key; null when revoked. */
    public byte @Nullable [] keyHash() {
        return keyHash;
    }

    public long version() {
        return version;
    }
}
