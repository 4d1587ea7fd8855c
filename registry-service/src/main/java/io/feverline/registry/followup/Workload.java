package io.feverline.registry.followup;

/**
 * How much a grid worker has to do.
 *
 * @param worker the subject
 * @param ongoing follow-ups that they have
 */
public record Workload(String worker, long ongoing) {}
