/**
 * The registry: where things are (areas, checkpoints, devices) and who passed (travellers, vehicles, passages). What
 * its parts share is here: how a request is refused and how a page is asked for.
 */
@NullMarked
package io.feverline.registry;

import org.jspecify.annotations.NullMarked;
