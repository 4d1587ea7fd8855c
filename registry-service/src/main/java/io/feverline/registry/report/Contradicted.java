package io.feverline.registry.report;

import io.feverline.registry.report.rule.Discrepancy;
import java.util.List;

/** A signed report that devices contradict. */
public record Contradicted(Report report, List<Discrepancy> discrepancies) {}
