/** Holds what the simulator sent against what both databases have: every reading accounted for, and nothing besides. */
@NullMarked
package io.feverline.local.accounting;

import org.jspecify.annotations.NullMarked;
