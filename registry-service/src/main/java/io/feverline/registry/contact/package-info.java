/**
 * Contacts of a case: who was on the same ride, or at the same checkpoint at nearly the same time, by the passages in
 * the caller's area. {@link io.feverline.registry.contact.Stay} and {@link io.feverline.registry.contact.Encounter}
 * have the rules, {@link io.feverline.registry.contact.Contacts} looks the others up.
 */
@NullMarked
package io.feverline.registry.contact;

import org.jspecify.annotations.NullMarked;
