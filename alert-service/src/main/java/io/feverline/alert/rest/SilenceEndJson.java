package io.feverline.alert.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a silence ends before its time. */
@Schema(name = "SilenceEnd")
public record SilenceEndJson(
        @Schema(required = true, description = "Why. Names nobody.", maxLength = 1000) @Nullable
        String reason) {}
