/**
 * The rules of a follow-up: which half days it asks for, what can be done in which state, and what makes a fever. Pure:
 * the time is handed in.
 */
@NullMarked
package io.feverline.registry.followup.rule;

import org.jspecify.annotations.NullMarked;
