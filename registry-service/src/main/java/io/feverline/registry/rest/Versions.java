package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Versions in HTTP's words: entity tags (RFC 9110, section 8.8.3) and what a change says that its caller has seen
 * ({@code If-Match}, section 13.1.1).
 */
public final class Versions {
    static final String IF_MATCH = "所见的 ETag / The ETag as the caller saw it, or * for whatever there is";

    private static final String WHATEVER_THERE_IS = "*";

    /** One tag of a list; what a quoted tag may have in it is of section 8.8.3. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?:,|$)");

    private Versions() {}

    /** The strong entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** An answer that says of which version it is. */
    static <T> RestResponse<T> tagged(T entity, long version) {
        return RestResponse.ResponseBuilder.ok(entity)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /**
     * Which versions a change is for that overwrites what is there.
     *
     * @throws Rejection if nothing says so (428, RFC 6585)
     */
    public static LongPredicate needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Rejection(
                    Reason.IF_MATCH_NEEDED, "请以 If-Match 给出所见的 ETag / name the ETag as you saw it in If-Match");
        }
        return named(ifMatch);
    }

    /** The same of a change that takes nothing away: every version when nothing says so. */
    public static LongPredicate ifNamed(@Nullable String ifMatch) {
        return named(ifMatch == null || ifMatch.isBlank() ? WHATEVER_THERE_IS : ifMatch);
    }

    /** Tags are compared strongly, so a weak one is never that of a version; what is no tag names none. */
    private static LongPredicate named(String ifMatch) {
        boolean any = ifMatch.strip().equals(WHATEVER_THERE_IS);
        Set<String> tags = new HashSet<>();
        Matcher tag = TAG.matcher(ifMatch);
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        return version -> any || tags.contains(tag(version));
    }
}
