package io.feverline.registry.events.csv;

import org.jspecify.annotations.Nullable;

/** What there is of what some rows name. */
public interface Known<R> {
    /** What has the row's id; null when nothing has that the caller may see. */
    @Nullable
    R stored(R row);

    /** Why the row cannot be written; null when it can. */
    @Nullable
    Refusal refusal(R row);
}
