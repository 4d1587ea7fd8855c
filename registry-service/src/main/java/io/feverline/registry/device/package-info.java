/** Thermometer gateways, bound to checkpoints, and their keys. */
@NullMarked
package io.feverline.registry.device;

import org.jspecify.annotations.NullMarked;
