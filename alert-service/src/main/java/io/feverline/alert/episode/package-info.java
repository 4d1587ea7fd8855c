/**
 * Screening episodes: a fever opens one, further readings of the same traveller within the recheck window confirm or clear it.
 */
@NullMarked
package io.feverline.alert.episode;

import org.jspecify.annotations.NullMarked;
