package io.feverline.alert.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The head of the OpenAPI document. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Feverline alerts",
                        version = "1.0.0",
                        description =
                                "县域发热警报 / Alerts of a county's fever watch. Errors are RFC 9457 problems; times are RFC 3339"
                                        + " with offset; temperatures are °C. Callers see the area that their token names.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "people"))
@SecurityScheme(
        securitySchemeName = "people",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An OpenID Connect access token with the claims roles and area.")
public class OpenApi extends Application {}
