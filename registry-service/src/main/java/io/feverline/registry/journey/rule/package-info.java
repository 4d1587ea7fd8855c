/** What a journey is, and what cannot be one. Pure. */
@NullMarked
package io.feverline.registry.journey.rule;

import org.jspecify.annotations.NullMarked;
