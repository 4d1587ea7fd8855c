package io.feverline.registry.console;

import io.feverline.registry.Page;
import io.feverline.registry.keyregion.Arrival;
import io.feverline.registry.keyregion.ArrivalCursor;
import io.feverline.registry.keyregion.KeyRegion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of those who came from key regions.
 *
 * @param region the one that is asked for; null for all
 * @param regions that can be asked for
 * @param areas what areas are called, by their codes
 * @param checkpoints what checkpoints are called, by their ids
 */
record ArrivalList(
        HistoryPage.Period period,
        @Nullable String region,
        List<KeyRegion> regions,
        Page<Arrival, ArrivalCursor> arrivals,
        Map<String, String> areas,
        Map<String, String> checkpoints) {
    /** The codes of areas that are shown. */
    static Set<String> codes(List<Arrival> arrivals) {
        Set<String> codes = new TreeSet<>();
        for (Arrival arrival : arrivals) {
            codes.add(arrival.areaCode());
            String destination = arrival.destinationArea();
            if (destination != null) {
                codes.add(destination);
            }
        }
        return codes;
    }

    /** The ids of checkpoints that are shown. */
    static Set<String> checkpoints(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::checkpointId).collect(Collectors.toSet());
    }

    /** What an area is called, or its code. */
    public String area(@Nullable String code) {
        return code == null ? "" : areas.getOrDefault(code, code);
    }

    /** What a checkpoint is called, or its id. */
    public String checkpoint(String id) {
        return checkpoints.getOrDefault(id, id);
    }

    /** What a region is called, or its id. */
    public String region(String id) {
        return regions.stream()
                .filter(each -> each.id().equals(id))
                .map(KeyRegion::name)
                .findFirst()
                .orElse(id);
    }

    public String shortened(UUID id) {
        return Ids.shortened(id);
    }

    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        ArrivalCursor next = arrivals.next();
        return next == null ? null : next.text();
    }
}
