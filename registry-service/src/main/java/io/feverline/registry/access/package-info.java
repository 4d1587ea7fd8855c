/** Who calls, and what they may see. */
@NullMarked
package io.feverline.registry.access;

import org.jspecify.annotations.NullMarked;
