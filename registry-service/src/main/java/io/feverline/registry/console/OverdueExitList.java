package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.journey.OverdueExit;
import io.feverline.registry.journey.OverdueExitQuery;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.report.rule.ShiftPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of those who have not left.
 *
 * @param areas what areas are called, by their codes
 */
record OverdueExitList(OverdueExitQuery query, Page<OverdueExit, HistoryCursor> exits, Map<String, String> areas) {
    /** The codes of areas that are shown. */
    static Set<String> codes(Page<OverdueExit, HistoryCursor> exits) {
        Set<String> codes = new TreeSet<>();
        for (OverdueExit exit : exits.items()) {
            codes.add(exit.areaCode());
            String destination = exit.destinationArea();
            if (destination != null) {
                codes.add(destination);
            }
        }
        return codes;
    }

    public boolean isOfTravellers() {
        return query.of() == PassageHistory.Of.TRAVELLER;
    }

    public String of() {
        return isOfTravellers() ? "travellers" : "vehicles";
    }

    public LocalDate from() {
        return LocalDate.ofInstant(query.from(), ShiftPlan.COUNTY);
    }

    /** The last day, itself included. */
    public LocalDate until() {
        Instant end = query.to();
        return LocalDate.ofInstant(end.minusNanos(1), ShiftPlan.COUNTY);
    }

    /** What an area is called, or its code. */
    public String area(@Nullable String code) {
        return code == null ? "" : areas.getOrDefault(code, code);
    }

    /** Whom or what a row is of. */
    @Nullable
    public UUID subject(OverdueExit exit) {
        return isOfTravellers() ? exit.travellerId() : exit.vehicleId();
    }

    public String shortened(UUID id) {
        return Ids.shortened(id);
    }

    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        HistoryCursor next = exits.next();
        return next == null ? null : next.text();
    }
}
