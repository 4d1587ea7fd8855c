package io.feverline.registry.area;

import io.feverline.registry.events.csv.Versioned;

/**
 * What a county code of GB/T 2260 stood for during some years. Codes are retired and given anew (Shangli was 360311
 * until 1996, and is 360322 since), and identity numbers keep the code of the day they were issued.
 *
 * @param firstYear the first edition of the list that has it
 * @param lastYear the last one; the newest edition's year while the code is in use
 */
public record AreaPeriod(String code, String name, int firstYear, int lastYear) implements Versioned<AreaPeriod> {
    /** A code may come back after years. */
    @Override
    public String id() {
        return code + " since " + firstYear;
    }

    /** History is told to nobody and exported by nobody, so nobody counts. */
    @Override
    public long version() {
        return 0;
    }

    @Override
    public boolean says(AreaPeriod other) {
        return equals(other);
    }

    @Override
    public AreaPeriod after(AreaPeriod before) {
        return this;
    }
}
