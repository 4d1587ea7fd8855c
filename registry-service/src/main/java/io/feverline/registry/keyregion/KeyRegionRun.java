package io.feverline.registry.keyregion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    /**
     * Over the passages for which the change makes a difference.
     *
     * @param begins inclusive
     * @param ends not included; null for all later ones
     */
    KeyRegionRun(KeyRegion changed, String changedBy, Instant changedAt, Instant begins, @Nullable Instant ends) {
        regionId = changed.id();
        regionVersion = changed.version();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
        this.begins = begins;
        this.ends = ends;
        doneUntil = begins;
    }
}
