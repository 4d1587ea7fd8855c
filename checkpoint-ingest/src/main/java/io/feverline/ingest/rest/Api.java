package io.feverline.ingest.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the API's document says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Feverline readings",
                        version = "1.0.0",
                        description =
                                "设备上报体温读数的入口 / The door where devices post body-temperature readings. Errors are RFC 9457"
                                        + " problems with stable types; times are RFC 3339 with offset; temperatures are °C."
                                        + " Answers to what is sent carry RateLimit and RateLimit-Policy"
                                        + " (draft-ietf-httpapi-ratelimit-headers-11), counted in readings.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "device-key"))
@SecurityScheme(
        securitySchemeName = "device-key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The key shown once when the device was registered")
public class Api extends Application {}
