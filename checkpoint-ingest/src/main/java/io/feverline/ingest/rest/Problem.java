package io.feverline.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem. */
@Schema(description = "RFC 9457 problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "Stable URI of the kind of problem", examples = "urn:feverline:problem:temperature-unit")
        String type,

        String title,
        int status,
        @Nullable String detail,

        @Schema(description = "Present and true: keep the readings, send them again under the same ids") @Nullable
        Boolean retryable) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String URN = "urn:feverline:problem:";

    /** One that sending the same again does not help. */
    public static Problem of(String slug, String title, int status, @Nullable String detail) {
        return new Problem(URN + slug, title, status, detail, null);
    }
}
