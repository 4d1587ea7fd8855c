/** Key regions: where travellers and vehicles come from that are looked at more closely, each for a time. */
@NullMarked
package io.feverline.registry.keyregion;

import org.jspecify.annotations.NullMarked;
