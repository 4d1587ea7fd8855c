package io.feverline.registry.rights;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.util.UUID;

/**
 * That a person is to be forgotten.
 *
 * @param reason in the actor's words
 * @param legalBasis what it is asked for by, such as PIPL Art. 47
 */
public record Erasure(UUID travellerId, Actor actor, String reason, String legalBasis) {
    /** Of one of the person's documents. */
    Deed deed(UUID document, int passages) {
        return new Deed(actor, Act.TRAVELLER_ERASE, document)
                .purpose(reason)
                .with("legal basis: %s; %d passages unlinked".formatted(legalBasis, passages));
    }
}
