package io.feverline.registry.report;

import io.feverline.registry.report.rule.Completeness;
import org.jspecify.annotations.Nullable;

/**
 * How completely an area reports.
 *
 * @param name null when the tree has no such area
 */
public record AreaCompleteness(String areaCode, @Nullable String name, Completeness figures) {}
