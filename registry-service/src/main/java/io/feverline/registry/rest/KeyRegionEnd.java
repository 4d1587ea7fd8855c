package io.feverline.registry.rest;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/** From when on a region is a key region no more. */
public record KeyRegionEnd(@NotNull OffsetDateTime validTo) {}
