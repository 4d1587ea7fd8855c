package io.feverline.registry.report;

import io.feverline.registry.report.rule.Completeness;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How completely an area reports.
 *
 * @param name null when the tree has no such area
 * @param lastMissing the last day of which a report is missing; null when none is
 */
public record AreaCompleteness(
        String areaCode,
        @Nullable String name,
        Completeness figures,
        @Nullable LocalDate lastMissing) {}
