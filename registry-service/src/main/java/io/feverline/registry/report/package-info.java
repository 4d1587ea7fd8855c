/**
 * Daily reports: what each checkpoint's people state of each shift, also when it is nothing, beside what its devices
 * counted.
 */
@NullMarked
package io.feverline.registry.report;

import org.jspecify.annotations.NullMarked;
