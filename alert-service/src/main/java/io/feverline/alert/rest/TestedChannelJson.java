package io.feverline.alert.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A test that is on its way. */
@Schema(name = "TestedChannel")
public record TestedChannelJson(
        @Schema(required = true, description = "The test's notification.")
        UUID notificationId) {}
