package io.feverline.registry.judgement;

import java.time.Instant;
import java.util.UUID;

/**
 * How a screening episode stands.
 *
 * @param openedAt when the opening reading was measured
 * @param checkpointId where the reading that is told of was taken
 * @param areaCode the checkpoint's
 * @param state by the name of the contract
 * @param revision counts up within the episode
 */
public record EpisodeTold(
        UUID id, Instant openedAt, String checkpointId, String areaCode, String state, int revision) {}
