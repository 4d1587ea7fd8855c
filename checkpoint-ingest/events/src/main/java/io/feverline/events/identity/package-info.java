/**
 * A person's and a vehicle's identity on the wire: how numbers are normalised, the blind index that stands for them,
 * and how what is sealed at the door is opened again by the one service that may.
 */
@NullMarked
package io.feverline.events.identity;

import org.jspecify.annotations.NullMarked;
