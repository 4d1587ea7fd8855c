package io.feverline.registry.journey;

import io.feverline.registry.journey.rule.Journey;
import io.feverline.registry.journey.rule.Stay;
import java.util.List;

/**
 * What was found of somebody's journeys.
 *
 * @param journeys newest first
 * @param stays newest first
 * @param cut there are older passages than were looked at
 */
public record Travelled(List<Journey> journeys, List<Stay> stays, boolean cut) {}
