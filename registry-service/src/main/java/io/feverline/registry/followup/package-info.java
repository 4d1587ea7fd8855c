/**
 * Follow-up by grid: who had a confirmed fever or came from a key region is looked after for 14 days where they went,
 * asked and measured twice a day, and never nowhere.
 */
@NullMarked
package io.feverline.registry.followup;

import org.jspecify.annotations.NullMarked;
