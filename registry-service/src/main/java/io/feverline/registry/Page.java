package io.feverline.registry;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where the next page starts; null on the last
 */
public record Page<T, C>(List<T> items, @Nullable C next) {
    /** The page that begins these rows, which were asked for with one more than the page takes. */
    public static <T, C> Page<T, C> of(List<T> rows, int limit, Function<T, C> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        return new Page<>(rows.subList(0, limit), cursorOf.apply(rows.get(limit - 1)));
    }
}
