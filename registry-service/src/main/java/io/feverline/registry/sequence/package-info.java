/** The gap ledger: which numbered readings of a device have arrived, which are missing, and which came again. */
@NullMarked
package io.feverline.registry.sequence;

import org.jspecify.annotations.NullMarked;
