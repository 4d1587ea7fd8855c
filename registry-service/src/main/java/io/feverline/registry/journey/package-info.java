/** Journeys: where somebody, or a vehicle, came through on one way, from the passages that tell of it. */
@NullMarked
package io.feverline.registry.journey;

import org.jspecify.annotations.NullMarked;
