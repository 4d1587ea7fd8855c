/**
 * Synthetic travellers: their bodies, their papers, their vehicles, and what a thermometer of known faults makes of
 * them.
 */
@NullMarked
package io.feverline.simulator.people;

import org.jspecify.annotations.NullMarked;
