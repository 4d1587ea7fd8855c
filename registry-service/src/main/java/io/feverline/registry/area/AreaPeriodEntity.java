package io.feverline.registry.area;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A period as it is stored. Read only here: periods change by import. */
@Entity
@Immutable
@IdClass(AreaPeriodEntity.Key.class)
@Table(name = "area_period")
public class AreaPeriodEntity {
    @Id
    private String code;

    @Id
    @Column(name = "first_year")
    private int firstYear;

    @Column(nullable = false)
    private String name;

    @Column(name = "last_year", nullable = false)
    private int lastYear;

    protected AreaPeriodEntity() {}

    AreaPeriod toPeriod() {
        return new AreaPeriod(code, name, firstYear, lastYear);
    }

    /** A code may come back after years. */
    public record Key(String code, int firstYear) implements Serializable {}
}
