package io.feverline.ingest.reading;

import org.jspecify.annotations.Nullable;

/** Who was measured. Never printed. */
public record Traveller(
        DocumentType documentType,
        String documentNumber,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String originArea,
        @Nullable String destinationArea) {

    /** Says nothing about anybody. */
    @Override
    public String toString() {
        return "Traveller[sealed]";
    }
}
