/** Shangli county as a demonstration: its towns, checkpoints and devices, loaded over registry-service's HTTP API. */
@NullMarked
package io.feverline.local.demo;

import org.jspecify.annotations.NullMarked;
