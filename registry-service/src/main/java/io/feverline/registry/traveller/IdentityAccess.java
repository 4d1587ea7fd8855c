package io.feverline.registry.traveller;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An act of opening an identity.
 *
 * @param actor who opens it
 * @param purpose what for, in the actor's words
 */
public record IdentityAccess(UUID travellerId, Actor actor, How how, String purpose) {
    /** How it is opened; each is an act of its own. */
    public enum How {
        /** To recognise it: most of it is masked. */
        MASKED(Act.IDENTITY_OPEN),
        /** To know it. */
        FULL(Act.IDENTITY_OPEN_FULL),
        /** To know it in an emergency, whoever it is and however many it were before. */
        BREAK_GLASS(Act.IDENTITY_BREAK_GLASS);

        private final Act act;

        How(Act act) {
            this.act = act;
        }

        public Act act() {
            return act;
        }

        /** How it was opened when that act is on record. */
        public static How of(String act) {
            return Stream.of(values())
                    .filter(how -> how.act.text().equals(act))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
