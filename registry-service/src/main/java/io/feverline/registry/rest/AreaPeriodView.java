package io.feverline.registry.rest;

import io.feverline.registry.area.AreaPeriod;

/** What a code stood for, from one year to another, both included. */
public record AreaPeriodView(String code, String name, int firstYear, int lastYear) {
    static AreaPeriodView of(AreaPeriod period) {
        return new AreaPeriodView(period.code(), period.name(), period.firstYear(), period.lastYear());
    }
}
