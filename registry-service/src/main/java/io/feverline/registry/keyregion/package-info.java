/**
 * Key regions: where travellers and vehicles come from that are looked at more closely, each for a time; who arrived
 * from one, by the list as of when they passed; and what a change of the list changed.
 */
@NullMarked
package io.feverline.registry.keyregion;

import org.jspecify.annotations.NullMarked;
