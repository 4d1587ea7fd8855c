package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** An opened identity. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityView(
        @Nullable String name,
        @Nullable String documentNumber,
        @Nullable String phone) {
    /** Nothing of it: it must not come into a log. */
    @Override
    public String toString() {
        return "IdentityView";
    }
}
