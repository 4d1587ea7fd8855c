/** Real people of a published study, arriving as real traffic does. */
@NullMarked
package io.feverline.simulator.replay;

import org.jspecify.annotations.NullMarked;
