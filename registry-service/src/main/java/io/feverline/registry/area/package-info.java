/** The tree of administrative areas (GB/T 2260, continued down to villages) and its import. */
@NullMarked
package io.feverline.registry.area;

import org.jspecify.annotations.NullMarked;
