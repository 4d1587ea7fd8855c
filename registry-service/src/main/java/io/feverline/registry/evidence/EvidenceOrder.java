package io.feverline.registry.evidence;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.time.Instant;
import java.util.UUID;

/**
 * What evidence is asked for.
 *
 * @param travellerId the case
 * @param actor what lies outside of whose area is left out
 * @param from inclusive
 * @param to exclusive
 * @param purpose in the actor's words
 */
public record EvidenceOrder(UUID travellerId, Actor actor, Instant from, Instant to, String purpose) {
    Deed deed() {
        return new Deed(actor, Act.EVIDENCE_EXPORT, travellerId)
                .purpose(purpose)
                .with("%s to %s".formatted(from, to));
    }
}
