package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.audit.Act;
import io.feverline.registry.events.audit.AuditRow;
import io.feverline.registry.rest.SeqCursor;
import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit log.
 *
 * @param areas what areas are called, by their whole codes
 */
record AuditList(Filter filter, Page<AuditRow, Long> page, Map<String, String> areas) {
    private static final String PATH = "/console/audit";
    private static final int WHOLE = 6;

    /**
     * What is asked for, as it was typed.
     *
     * @param cursor where the page starts; null for the first
     */
    record Filter(
            @Nullable String actor,
            @Nullable String act,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String until,
            @Nullable String cursor) {
        /** Of the page that starts at a place. */
        private String address(@Nullable String start) {
            var parts = new LinkedHashMap<String, Object>();
            put(parts, "actor", actor);
            put(parts, "act", act);
            put(parts, "subject", subject);
            put(parts, "from", from);
            put(parts, "until", until);
            put(parts, "cursor", start);
            var address = UriBuilder.fromPath(PATH);
            parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
            return address.buildFromMap(parts).toString();
        }

        private static void put(Map<String, Object> parts, String name, @Nullable String value) {
            if (value != null) {
                parts.put(name, value);
            }
        }

        /** Whether nothing is left out. */
        public boolean isNone() {
            return actor == null && act == null && subject == null && from == null && until == null;
        }
    }

    /**
     * A row.
     *
     * @param act null for one that this release does not know
     * @param area what the actor may see, in words
     */
    record Line(AuditRow row, @Nullable Act act, String area) {}

    /** The codes of areas that are shown. */
    static Set<String> codes(List<AuditRow> rows) {
        return rows.stream().map(row -> code(row.area())).collect(Collectors.toSet());
    }

    /** The code of the area that a prefix stands for: 360000 of 36. */
    static String code(String prefix) {
        return prefix.isEmpty() || prefix.length() >= WHOLE ? prefix : prefix + "0".repeat(WHOLE - prefix.length());
    }

    public List<Line> lines() {
        return page.items().stream()
                .map(row ->
                        new Line(row, Act.of(row.act()).orElse(null), areas.getOrDefault(code(row.area()), row.area())))
                .toList();
    }

    public List<Act> acts() {
        return List.of(Act.values());
    }

    /** The address of the first page of these. */
    public String first() {
        return filter.address(null);
    }

    /** The address of the page after this; null on the last. */
    @Nullable
    public String next() {
        Long next = page.next();
        return next == null ? null : filter.address(SeqCursor.text(next));
    }

    /** The address of all that somebody did, or of all that was done to something. */
    public String of(String what, String whom) {
        return UriBuilder.fromPath(PATH).queryParam(what, "{whom}").build(whom).toString();
    }
}
