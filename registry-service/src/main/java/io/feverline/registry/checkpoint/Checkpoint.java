package io.feverline.registry.checkpoint;

import io.feverline.registry.bulk.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A place where travellers and vehicles are measured. */
@Entity
@Table(name = "checkpoint")
public class Checkpoint implements Versioned<Checkpoint> {
    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private CheckpointKind kind;

    @Column(name = "area_code", nullable = false)
    private String areaCode;

    @Version
    private long version;

    protected Checkpoint() {}

    public Checkpoint(String id, String name, CheckpointKind kind, String areaCode) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.areaCode = areaCode;
    }

    /** As it is stored. */
    Checkpoint(String id, String name, CheckpointKind kind, String areaCode, long version) {
        this(id, name, kind, areaCode);
        this.version = version;
    }

    @Override
    public boolean says(Checkpoint other) {
        return name.equals(other.name) && kind == other.kind && areaCode.equals(other.areaCode);
    }

    @Override
    public Checkpoint after(Checkpoint before) {
        return new Checkpoint(id, name, kind, areaCode, before.version + 1);
    }

    @Override
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public CheckpointKind kind() {
        return kind;
    }

    public String areaCode() {
        return areaCode;
    }

    @Override
    public long version() {
        return version;
    }
}
