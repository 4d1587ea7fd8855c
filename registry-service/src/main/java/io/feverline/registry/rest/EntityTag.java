package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3) of what has versions. */
final class EntityTag {
    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * An {@code If-Match} that is there.
     *
     * @throws Rejection when it is not (RFC 6585, section 3)
     */
    static String needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Rejection(
                    Reason.IF_MATCH_NEEDED, "请以 If-Match 给出所见的 ETag / name the ETag as you saw it in If-Match");
        }
        return ifMatch;
    }

    /** Whether an {@code If-Match} names a version. An asterisk names none: who has not looked cannot decide. */
    static boolean isNamedBy(String ifMatch, long version) {
        return Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(of(version)::equals);
    }
}
