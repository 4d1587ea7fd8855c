package io.feverline.registry.keyregion;

import io.feverline.registry.events.csv.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A region from which travellers, by the area code of their origin, and vehicles, by their plates, are looked at more
 * closely. What it says of the past stays: it can be ended, not changed.
 */
@Entity
@Table(name = "key_region")
public class KeyRegion implements Versioned<KeyRegion> {
    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(name = "area_prefix")
    private @Nullable String areaPrefix;

    @Column(name = "plate_prefix")
    private @Nullable String platePrefix;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private KeyRegionLevel level;

    @Column(name = "valid_from", nullable = false)
    private Instant validFrom;

    @Column(name = "valid_to")
    private @Nullable Instant validTo;

    @Column(name = "legal_basis", nullable = false)
    private String legalBasis;

    @Version
    private long version;

    protected KeyRegion() {}

    public KeyRegion(
            String id,
            String name,
            @Nullable String areaPrefix,
            @Nullable String platePrefix,
            KeyRegionLevel level,
            Instant validFrom,
            @Nullable Instant validTo,
            String legalBasis) {
        this.id = id;
        this.name = name;
        this.areaPrefix = areaPrefix;
        this.platePrefix = platePrefix;
        this.level = level;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.legalBasis = legalBasis;
    }

    @Override
    public boolean says(KeyRegion other) {
        return saysButForItsEnd(other) && Objects.equals(validTo, other.validTo);
    }

    /** Whether it says what the other says, whenever they end. */
    boolean saysButForItsEnd(KeyRegion other) {
        return name.equals(other.name)
                && Objects.equals(areaPrefix, other.areaPrefix)
                && Objects.equals(platePrefix, other.platePrefix)
                && level == other.level
                && validFrom.equals(other.validFrom)
                && legalBasis.equals(other.legalBasis);
    }

    @Override
    public KeyRegion after(KeyRegion before) {
        return of(before.version + 1);
    }

    /** The same of another version. */
    KeyRegion of(long newVersion) {
        var region = new KeyRegion(id, name, areaPrefix, platePrefix, level, validFrom, validTo, legalBasis);
        region.version = newVersion;
        return region;
    }

    @Override
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String areaPrefix() {
        return areaPrefix;
    }

    public @Nullable String platePrefix() {
        return platePrefix;
    }

    public KeyRegionLevel level() {
        return level;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Not included; null as long as no end is known. */
    public @Nullable Instant validTo() {
        return validTo;
    }

    public String legalBasis() {
        return legalBasis;
    }

    @Override
    public long version() {
        return version;
    }

    /** Whether it can end then: later than it began and than now, as passages have been judged by it, and once. */
    boolean canEndAt(Instant end, Instant now) {
        return !end.isBefore(now) && end.isAfter(validFrom) && (validTo == null || validTo.isAfter(now));
    }

    /** Ends it. */
    void endAt(Instant end) {
        validTo = end;
    }
}
