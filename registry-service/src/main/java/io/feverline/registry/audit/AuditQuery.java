package io.feverline.registry.audit;

import io.feverline.registry.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What part of the log is asked for.
 *
 * @param auditor who asks
 * @param actor whose deeds; null for everybody's
 * @param act which; null for all
 * @param subject to what; null for anything
 * @param before the number after which the page ends
 */
public record AuditQuery(
        Actor auditor,
        @Nullable String actor,
        @Nullable String act,
        @Nullable String subject,
        long before,
        int limit) {
    Deed deed() {
        return new Deed(auditor, Act.AUDIT_READ, subject)
                .with("of %s, %s".formatted(actor == null ? "everybody" : actor, act == null ? "all acts" : act));
    }
}
