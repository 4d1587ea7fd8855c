package io.feverline.alert.lifecycle;

import java.util.Map;

/**
 * How many alerts somebody has to see to.
 *
 * @param bySeverity every severity, the highest first
 * @param unacknowledged how many of them nobody has acknowledged
 */
public record Workload(Map<Severity, Long> bySeverity, long unacknowledged) {}
