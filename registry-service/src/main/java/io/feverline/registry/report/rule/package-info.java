/** The rules of daily reports, without a database or a clock: shifts, states, discrepancies, completeness. */
@NullMarked
package io.feverline.registry.report.rule;

import org.jspecify.annotations.NullMarked;
