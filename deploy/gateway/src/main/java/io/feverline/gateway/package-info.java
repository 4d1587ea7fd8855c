/** A gateway's way to the door: what was measured stays on disk until it has been acknowledged, and nothing is lost. */
@NullMarked
package io.feverline.gateway;

import org.jspecify.annotations.NullMarked;
