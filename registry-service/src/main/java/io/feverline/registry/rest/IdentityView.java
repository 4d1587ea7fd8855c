package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.traveller.Masking;
import org.jspecify.annotations.Nullable;

/** An opened identity, whole or masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityView(
        @Nullable String name,
        @Nullable String documentNumber,
        @Nullable String phone) {
    /** The same for somebody who has to recognise it only. */
    IdentityView masked() {
        return new IdentityView(
                name == null ? null : Masking.name(name),
                documentNumber == null ? null : Masking.document(documentNumber),
                phone == null ? null : Masking.phone(phone));
    }

    /** Nothing of it: it must not come into a log. */
    @Override
    public String toString() {
        return "IdentityView";
    }
}
