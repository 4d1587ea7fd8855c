/** Gateways: each keeps what it measured on disk until the door has acknowledged it. */
@NullMarked
package io.feverline.simulator.fleet;

import org.jspecify.annotations.NullMarked;
