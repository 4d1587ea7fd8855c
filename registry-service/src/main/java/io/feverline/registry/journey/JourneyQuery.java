package io.feverline.registry.journey;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.passage.PassageHistory;
import java.time.Instant;
import java.util.UUID;

/**
 * Whose journeys are asked for.
 *
 * @param subject the traveller's or vehicle's id
 * @param reader passages that the reader may not see are not looked at
 * @param from inclusive
 * @param to exclusive
 */
public record JourneyQuery(PassageHistory.Of of, UUID subject, Actor reader, Instant from, Instant to) {
    Deed deed() {
        Act act = of == PassageHistory.Of.TRAVELLER ? Act.TRAVELLER_JOURNEYS : Act.VEHICLE_JOURNEYS;
        return new Deed(reader, act, subject).with("%s to %s".formatted(from, to));
    }
}
