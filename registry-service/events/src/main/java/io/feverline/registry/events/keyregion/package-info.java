/** The rule of who comes from a key region: the same for whoever reads the list, and for the registry that keeps it. */
@NullMarked
package io.feverline.registry.events.keyregion;

import org.jspecify.annotations.NullMarked;
