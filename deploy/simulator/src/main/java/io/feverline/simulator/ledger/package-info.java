/** What became of every reading: the file that a run is audited against. */
@NullMarked
package io.feverline.simulator.ledger;

import org.jspecify.annotations.NullMarked;
