/** Checkpoints: where travellers and vehicles are measured. */
@NullMarked
package io.feverline.registry.checkpoint;

import org.jspecify.annotations.NullMarked;
