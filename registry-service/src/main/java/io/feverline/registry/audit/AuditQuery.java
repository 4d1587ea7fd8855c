package io.feverline.registry.audit;

import io.feverline.registry.access.Actor;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of the log is asked for.
 *
 * @param auditor who asks
 * @param actor whose deeds; null for everybody's
 * @param act which; null for all
 * @param subject to what; null for anything
 * @param from when it was recorded, inclusive; null for the beginning
 * @param to exclusive; null for no end
 * @param before the number after which the page ends
 */
public record AuditQuery(
        Actor auditor,
        @Nullable String actor,
        @Nullable Act act,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to,
        long before,
        int limit) {
    private static final Pattern UUIDS = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");

    /** What of it looks like a telephone's or a document's number; null when it does not. */
    static @Nullable String number(@Nullable String asked) {
        return asked != null
                        && NUMBER.matcher(UUIDS.matcher(asked).replaceAll("-")).find()
                ? asked
                : null;
    }

    Deed deed() {
        String what = "of %s, %s".formatted(actor == null ? "everybody" : actor, act == null ? "all acts" : act.text());
        return new Deed(auditor, Act.AUDIT_READ, subject).with(what + (from == null && to == null ? "" : period()));
    }

    private String period() {
        return ", %s to %s".formatted(from == null ? "the beginning" : from, to == null ? "the end" : to);
    }
}
