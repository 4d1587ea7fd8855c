package io.feverline.ingest.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the API's document says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Feverline checkpoint-ingest",
                        version = "1",
                        description = "设备上报体温读数的入口 / The door where devices post body-temperature readings"),
        security = @SecurityRequirement(name = "device-key"))
@SecurityScheme(
        securitySchemeName = "device-key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The key shown once when the device was registered")
public class Api extends Application {}
