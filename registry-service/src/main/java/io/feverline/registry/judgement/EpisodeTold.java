package io.feverline.registry.judgement;

import java.time.Instant;
import java.util.UUID;

/**
 * How a screening episode stands.
 *
 * @param openedBy the opening reading
 * @param openedAt when that was measured
 * @param state by the name of the contract
 * @param revision counts up within the episode
 */
public record EpisodeTold(UUID id, UUID openedBy, Instant openedAt, String state, int revision) {}
