/** Passages: one reading of one traveller or vehicle at one checkpoint, stored exactly once, and their history. */
@NullMarked
package io.feverline.registry.passage;

import org.jspecify.annotations.NullMarked;
