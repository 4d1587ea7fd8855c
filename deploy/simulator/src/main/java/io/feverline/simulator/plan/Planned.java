package io.feverline.simulator.plan;

/**
 * One entry of the schedule.
 *
 * @param atNanos when, counted from the run's start
 * @param device by which gateway
 * @param draft what
 */
public record Planned(long atNanos, Device device, Draft draft) {}
