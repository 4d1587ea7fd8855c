/** Vehicles: found by a blind index of their plate. */
@NullMarked
package io.feverline.registry.vehicle;

import org.jspecify.annotations.NullMarked;
