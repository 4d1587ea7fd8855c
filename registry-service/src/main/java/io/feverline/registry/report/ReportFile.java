package io.feverline.registry.report;

import io.feverline.registry.report.rule.Counts;
import java.util.List;

/**
 * All about one report.
 *
 * @param draft what devices have counted by now
 * @param statements the report as it was signed, and its corrections in their order
 */
public record ReportFile(Report report, Counts draft, List<Statement> statements) {}
