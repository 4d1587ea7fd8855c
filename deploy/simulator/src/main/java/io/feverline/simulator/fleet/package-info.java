/** Many gateways on one thread, and what their ledger hears of them. */
@NullMarked
package io.feverline.simulator.fleet;

import org.jspecify.annotations.NullMarked;
