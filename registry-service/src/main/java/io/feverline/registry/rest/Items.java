package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a page of one.
 *
 * @param next pass it as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Items<T>(List<T> items, @Nullable String next) {
    static <T, U> Items<U> of(List<T> items, Function<T, U> view) {
        return new Items<>(items.stream().map(view).toList(), null);
    }

    static <T, C, U> Items<U> of(Page<T, C> page, Function<T, U> view, Function<C, String> cursor) {
        C next = page.next();
        return new Items<>(page.items().stream().map(view).toList(), next == null ? null : cursor.apply(next));
    }
}
