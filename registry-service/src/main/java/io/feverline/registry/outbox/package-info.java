/** Events written in the transaction of what they tell, so that neither is ever without the other. */
@NullMarked
package io.feverline.registry.outbox;

import org.jspecify.annotations.NullMarked;
