package io.feverline.registry.judgement;

import java.util.UUID;

/** A verdict, and the reading that it is about. */
public record VerdictTold(UUID readingId, Verdict verdict) {}
