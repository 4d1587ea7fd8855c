package io.feverline.registry.checkpoint;

import io.feverline.registry.events.csv.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Direction direction;

    private @Nullable Double latitude;

    private @Nullable Double longitude;

    @Version
    private long version;

    protected Checkpoint() {}

    /** @param position null: it is not known, or it moves */
    public Checkpoint(
            String id,
            String name,
            CheckpointKind kind,
            String areaCode,
            Direction direction,
            @Nullable Position position) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.areaCode = areaCode;
        this.direction = direction;
        if (position != null) {
            latitude = position.latitude();
            longitude = position.longitude();
        }
    }

    /** The same, stored as a version. */
    Checkpoint as(long stored) {
        var checkpoint = new Checkpoint(id, name, kind, areaCode, direction, position());
        checkpoint.version = stored;
        return checkpoint;
    }

    @Override
    public boolean says(Checkpoint other) {
        return name.equals(other.name)
                && kind == other.kind
                && areaCode.equals(other.areaCode)
                && direction == other.direction
                && Objects.equals(position(), other.position());
    }

    @Override
    public Checkpoint after(Checkpoint before) {
        return as(before.version + 1);
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

    public Direction direction() {
        return direction;
    }

    public @Nullable Position position() {
        return latitude == null || longitude == null ? null : new Position(latitude, longitude);
    }

    @Override
    public long version() {
        return version;
    }
}
