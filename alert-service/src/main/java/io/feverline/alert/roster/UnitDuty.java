package io.feverline.alert.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty in a unit.
 *
 * @param roster those shifts that have not ended
 * @param handoversWaiting how many of its hand-overs nobody has accepted
 * @param waitingSince when the first of them was written
 */
public record UnitDuty(
        Unit unit,
        Roster roster,
        int handoversWaiting,
        @Nullable Instant waitingSince) {}
