package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A document to look for; in a body, so that the number is in no URL and no access log. */
public record DocumentQuery(
        @NotNull @Pattern(regexp = "resident-id|passport|home-return-permit|taiwan-permit|residence-permit|other")
        String documentType,

        @NotBlank @Size(max = 64) String documentNumber) {
    /** Not the number: it must not come into a log. */
    @Override
    public String toString() {
        return "DocumentQuery";
    }
}
