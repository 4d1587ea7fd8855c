package io.feverline.registry.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An area as it is stored. Read only here: areas change by import, a set at a time. */
@Entity
@Immutable
@Table(name = "area")
public class AreaEntity {
    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AreaLevel level;

    @Column(nullable = false)
    private String name;

    private @Nullable String parent;

    @Version
    private long version;

    protected AreaEntity() {}

    public String code() {
        return code;
    }

    public long version() {
        return version;
    }

    public Area toArea() {
        return new Area(code, level, name, parent);
    }
}
