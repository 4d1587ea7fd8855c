package io.feverline.registry.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A plate to look for; in a body, so that it is in no URL and no access log. */
public record PlateQuery(@NotBlank @Size(max = 32) String plate) {
    /** Not the plate: it must not come into a log. */
    @Override
    public String toString() {
        return "PlateQuery";
    }
}
