/**
 * Screening episodes: a fever opens one, others of the same traveller within the recheck window confirm or clear
 * it, and when there are none it expires.
 */
@NullMarked
package io.feverline.alert.episode;

import org.jspecify.annotations.NullMarked;
