package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags (RFC 9110, section 8.8.3). */
final class Versions {
    private Versions() {}

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The versions that an {@code If-Match} names; an asterisk names all.
     *
     * @throws Rejection if there is no {@code If-Match}
     */
    static LongPredicate needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Rejection(
                    Reason.IF_MATCH_NEEDED, "请以 If-Match 给出所见的 ETag / name the ETag as you saw it in If-Match");
        }
        boolean any = ifMatch.strip().equals("*");
        return version ->
                any || Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(tag(version)::equals);
    }
}
