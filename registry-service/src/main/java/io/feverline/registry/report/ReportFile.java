package io.feverline.registry.report;

import io.feverline.registry.report.rule.Counts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one report.
 *
 * @param draft what devices have counted by now; null when it is no longer kept what they measured
 * @param statements the report as it was signed, and its corrections in their order
 */
public record ReportFile(Report report, @Nullable Counts draft, List<Statement> statements) {}
