package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.registry.traveller.Masking;
import org.jspecify.annotations.Nullable;

/** An opened identity, whole or masked. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityView(
        @Nullable String name,
        @Nullable String documentNumber,
        @Nullable String phone) {
    /** An identity as it was opened. */
    public static IdentityView read(ObjectMapper json, String opened) {
        try {
            return json.readValue(opened, IdentityView.class);
        } catch (JsonProcessingException e) {
            // Without the cause, whose message quotes what was opened.
            throw new IllegalStateException("an opened identity is not the JSON that the door seals");
        }
    }

    /** The same for somebody who has to recognise it only. */
    public IdentityView masked() {
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
