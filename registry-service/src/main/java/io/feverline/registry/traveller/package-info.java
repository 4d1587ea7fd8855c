/** Travellers: found by a blind index of their document, opened only for a stated purpose. */
@NullMarked
package io.feverline.registry.traveller;

import org.jspecify.annotations.NullMarked;
