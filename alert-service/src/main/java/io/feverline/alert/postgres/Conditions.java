package io.feverline.alert.postgres;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query that has optional ones; values only ever travel as parameters. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition with a {@code ?} per value, unless a value is missing. */
    Conditions and(String condition, @Nullable Object... given) {
        List<Object> present = new ArrayList<>(given.length);
        for (Object value : given) {
            if (value == null) {
                return this;
            }
            present.add(value);
        }
        String numbered = condition;
        for (Object value : present) {
            values.add(value);
            numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
        }
        conditions.add(numbered);
        return this;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    String select(String what, String order, int limit) {
        return what + " WHERE " + String.join(" AND ", conditions) + " " + order + " LIMIT " + limit;
    }

    Tuple parameters() {
        return Tuple.from(values);
    }
}
