package io.feverline.registry.area;

/** The levels of the tree, with the digits that a code of the level has. */
public enum AreaLevel {
    PROVINCE(6),
    CITY(6),
    COUNTY(6),
    TOWN(9),
    VILLAGE(12);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }
}
