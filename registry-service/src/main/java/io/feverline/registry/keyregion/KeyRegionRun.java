package io.feverline.registry.keyregion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order to judge stored passages anew, for the list has changed: written in the transaction of the change. How far
 * it has got is kept beside it, by {@link KeyRegionRuns}.
 */
@Entity
@Table(name = "key_region_run")
class KeyRegionRun {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "region_id", nullable = false)
    private String regionId;

    @Column(name = "region_version", nullable = false)
    private long regionVersion;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private Instant begins;

    @Column
    private @Nullable Instant ends;

    @Column(name = "done_until", nullable = false)
    private Instant doneUntil;

    protected KeyRegionRun() {}

    private KeyRegionRun(
            KeyRegion changed, String changedBy, Instant changedAt, Instant begins, @Nullable Instant ends) {
        regionId = changed.id();
        regionVersion = changed.version();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
        this.begins = begins;
        this.ends = ends;
        doneUntil = begins;
    }

    /** Over the passages of the last days for which it makes a difference that a region is listed. */
    static KeyRegionRun ofListing(KeyRegion listed, String changedBy, Instant now, int days) {
        Instant begins = latest(listed.validFrom(), now.minus(Duration.ofDays(days)));
        return new KeyRegionRun(listed, changedBy, now, begins, listed.validTo());
    }

    /**
     * Over the passages between a region's two ends: of clocks that run ahead, and of the moment in which this is
     * committed.
     *
     * @param before its end before; null when none was known
     */
    static KeyRegionRun ofEnd(KeyRegion ended, @Nullable Instant before, String changedBy, Instant now) {
        Instant end = Objects.requireNonNull(ended.validTo(), "it is ended");
        Instant begins = before == null || end.isBefore(before) ? end : before;
        return new KeyRegionRun(ended, changedBy, now, begins, before == null ? null : latest(end, before));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    String regionId() {
        return regionId;
    }

    long regionVersion() {
        return regionVersion;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant begins() {
        return begins;
    }

    @Nullable
    Instant ends() {
        return ends;
    }
}
