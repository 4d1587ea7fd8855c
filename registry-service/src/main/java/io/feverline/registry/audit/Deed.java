package io.feverline.registry.audit;

import io.feverline.registry.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be on record.
 *
 * @param subject the id of what it is done to; null when it is nothing that has one
 * @param purpose what for, in the actor's words; null when nobody was asked
 * @param detail what else is to be known, never who somebody is
 */
public record Deed(
        Actor actor,
        Act act,
        @Nullable String subject,
        @Nullable String purpose,
        @Nullable String detail) {
    public Deed(Actor actor, Act act, @Nullable Object subject) {
        this(actor, act, subject == null ? null : subject.toString(), null, null);
    }

    /** The same, with what else is to be known. */
    public Deed with(String more) {
        return new Deed(actor, act, subject, purpose, more);
    }

    /** The same, with what it is done for. */
    public Deed purpose(String words) {
        return new Deed(actor, act, subject, words, detail);
    }
}
