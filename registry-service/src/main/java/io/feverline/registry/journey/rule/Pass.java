package io.feverline.registry.journey.rule;

import java.time.Instant;

/** A passage, as far as a journey is made of it. */
public record Pass(Instant at, Gate gate) {}
