/**
 * Reference data a set at a time: documents of CSV are read and judged with every bad row named, and written all or
 * nothing. A change of one thing is a set of one, so both are under the same rules.
 */
@NullMarked
package io.feverline.registry.bulk;

import org.jspecify.annotations.NullMarked;
