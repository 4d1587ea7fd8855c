package io.feverline.alert.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What went wrong, as RFC 9457 has it. */
@Schema(name = "Problem", description = "RFC 9457 problem details.")
public record Problem(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "uri",
                examples = "urn:feverline:problem:invalid-parameter")
        URI type,

        @Schema(required = true, examples = "参数不对 / Invalid parameter")
        String title,

        @Schema(required = true, examples = "400") int status,

        @Schema(required = true, examples = "limit 须在 1 到 500 之间 / is from 1 to 500")
        String detail) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String slug, String title, String detail) {
        return new Problem(URI.create("urn:feverline:problem:" + slug), title, status, detail);
    }

    Response response() {
        return response(Response.status(status));
    }

    Response response(Response.ResponseBuilder builder) {
        return builder.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
