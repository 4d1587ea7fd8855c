package io.feverline.registry.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Cursors of lists in order of id: the last id of the page before. */
public final class IdCursor {
    private IdCursor() {}

    /** For a URL. */
    public static String text(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8));
    }

    /**
     * The id after which to go on; of no cursor, one that is before all.
     *
     * @throws Rejection if the cursor is none that a page gave
     */
    public static String parse(@Nullable String cursor) {
        try {
            return cursor == null ? "" : new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }
}
