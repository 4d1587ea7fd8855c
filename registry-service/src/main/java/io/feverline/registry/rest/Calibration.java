package io.feverline.registry.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when a device's calibration holds.
 *
 * @param due the last day; absent when nobody knows any more
 */
public record Calibration(@Nullable LocalDate due) {}
