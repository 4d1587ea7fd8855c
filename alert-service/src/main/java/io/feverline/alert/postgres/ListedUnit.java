package io.feverline.alert.postgres;

import io.feverline.alert.roster.Unit;
import io.feverline.registry.events.csv.Versioned;

/**
 * A unit in a list of units: it is found by where it is answerable and what it is called.
 *
 * @param version of what is stored, or is to be
 */
public record ListedUnit(Unit.Draft unit, long version) implements Versioned<ListedUnit> {
    /** That new units have. */
    private static final int FIRST_VERSION = 1;

    /** One that is stored. */
    public static ListedUnit of(Unit unit) {
        return new ListedUnit(
                new Unit.Draft(unit.name(), unit.level(), unit.areaCode(), unit.checkpointId()), unit.version());
    }

    /** One that is to be. */
    public static ListedUnit of(Unit.Draft unit) {
        return new ListedUnit(unit, FIRST_VERSION);
    }

    @Override
    public String id() {
        return unit.areaCode() + " " + unit.name();
    }

    @Override
    public boolean says(ListedUnit other) {
        return unit.equals(other.unit);
    }

    @Override
    public ListedUnit after(ListedUnit before) {
        return new ListedUnit(unit, before.version + 1);
    }
}
