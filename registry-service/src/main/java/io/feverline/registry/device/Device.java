package io.feverline.registry.device;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.events.csv.Versioned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A thermometer gateway, bound to a checkpoint. */
@Entity
@Table(name = "device")
public class Device implements Versioned<Device> {
    private static final int MOST_KEYS = 2;

    /** The keys of a page of devices are one query. */
    private static final int MOST_IN_A_PAGE = 501;

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

    @Column(name = "calibration_due")
    private @Nullable LocalDate calibrationDue;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "device_key", joinColumns = @JoinColumn(name = "device_id"))
    @BatchSize(size = MOST_IN_A_PAGE)
    private List<LiveKey> keys = new ArrayList<>();

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

    /** The same of another version, with the keys that it has then. */
    Device with(List<LiveKey> live, long newVersion) {
        var device = new Device(id, checkpointId, site, mode, offset);
        device.calibrationDue = calibrationDue;
        device.keys = new ArrayList<>(live);
        device.version = newVersion;
        return device;
    }

    /** Keys are not said: they come and go by themselves. */
    @Override
    public boolean says(Device other) {
        return checkpointId.equals(other.checkpointId)
                && site == other.site
                && mode == other.mode
                && offset == other.offset
                && Objects.equals(calibrationDue, other.calibrationDue);
    }

    @Override
    public Device after(Device before) {
        return with(before.keys, before.version + 1);
    }

    /** From now on its calibration holds until the end of this day; null when nobody knows. */
    public void calibrate(@Nullable LocalDate due) {
        calibrationDue = due;
    }

    /**
     * From now on the device is known by this key too.
     *
     * @throws Rejection if two are live
     */
    void admit(DeviceKey key, Instant drawnAt) {
        if (keys.size() >= MOST_KEYS) {
            throw new Rejection(Reason.TOO_MANY_KEYS, "已有两把有效密钥，请先吊销一把 / two keys are live; revoke one first");
        }
        keys.add(new LiveKey(key, drawnAt));
    }

    /** From now on no key opens the door to this device. */
    void revoke() {
        keys.clear();
    }

    /** From now on the key with this fingerprint does not; tells whether there was one. */
    boolean revoke(String fingerprint) {
        return keys.removeIf(key -> key.fingerprint().equals(fingerprint));
    }

    public boolean revoked() {
        return keys.isEmpty();
    }

    @Override
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

    /** Its calibration holds until the end of this day; null when nobody said. */
    public @Nullable LocalDate calibrationDue() {
        return calibrationDue;
    }

    /** The live keys: two while one replaces the other, none when revoked. */
    public List<LiveKey> keys() {
        return Collections.unmodifiableList(keys);
    }

    @Override
    public long version() {
        return version;
    }
}
