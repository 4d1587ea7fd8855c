package io.feverline.registry.console;

import io.feverline.look.Celsius;
import io.feverline.look.SchematicMap;
import io.feverline.registry.Page;
import io.feverline.registry.journey.Travelled;
import io.feverline.registry.journey.rule.Stay;
import io.feverline.registry.journey.rule.Stop;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PastPassage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a traveller or a vehicle has been.
 *
 * @param what travellers or vehicles, as in the page's address
 * @param passages newest first
 */
record HistoryPage(
        String what,
        UUID id,
        Period period,
        Travelled travelled,
        Page<PastPassage, HistoryCursor> passages,
        AreaNames areas) {
    /**
     * Days of the county, both included.
     *
     * @param cursor where the page of passages starts; null for the first
     */
    record Period(LocalDate from, LocalDate until, @Nullable String cursor) {}

    /** The codes of areas that are shown. */
    static Set<String> codes(Travelled travelled, Page<PastPassage, HistoryCursor> passages) {
        Set<String> codes = new TreeSet<>();
        travelled.stays().forEach(stay -> codes.add(stay.county()));
        travelled
                .journeys()
                .forEach(journey ->
                        journey.stops().forEach(stop -> codes.add(stop.gate().areaCode())));
        for (PastPassage passage : passages.items()) {
            codes.add(passage.place().areaCode());
            add(codes, passage.trip().originArea());
            add(codes, passage.trip().destinationArea());
        }
        return codes;
    }

    private static void add(Set<String> codes, @Nullable String code) {
        if (code != null) {
            codes.add(code);
        }
    }

    public boolean isOfTraveller() {
        return what.equals("travellers");
    }

    public String shortId() {
        return Ids.shortened(id);
    }

    /** What an area is called; nothing of none. */
    public String area(@Nullable String code) {
        return code == null ? "" : areas.name(code);
    }

    public List<Row> rows() {
        return passages.items().stream().map(Row::new).toList();
    }

    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        HistoryCursor next = passages.next();
        return next == null ? null : next.text();
    }

    /** The checkpoints of the journeys, and the way through them; a bus has been elsewhere than where it is registered. */
    public SchematicMap map() {
        List<Stop> stops = new ArrayList<>();
        travelled.journeys().forEach(journey -> stops.addAll(journey.stops()));
        stops.removeIf(stop -> stop.gate().moves());
        stops.sort(Comparator.comparing(stop -> stop.first().at()));
        var places = new LinkedHashMap<String, SchematicMap.Place>();
        List<SchematicMap.Position> way = new ArrayList<>();
        for (Stop stop : stops) {
            var position = stop.gate().position();
            if (position != null) {
                var here = new SchematicMap.Position(position.latitude(), position.longitude());
                String name = stop.gate().name();
                String label = name == null ? stop.gate().checkpointId() : name;
                way.add(here);
                places.putIfAbsent(stop.gate().checkpointId(), new SchematicMap.Place(here, label, label, "low", null));
            }
        }
        return SchematicMap.of(List.copyOf(places.values()), way);
    }

    /** Those that nobody saw end. */
    public List<Stay> inside() {
        return travelled.stays().stream()
                .filter(stay -> stay.state() == Stay.State.INSIDE)
                .toList();
    }

    /** One passage. */
    record Row(PastPassage passage) {
        public BigDecimal temperature() {
            var verdict = passage.verdict();
            return Celsius.of(verdict == null ? passage.measurement().temperature() : verdict.temperature());
        }

        public boolean isFever() {
            var verdict = passage.verdict();
            return verdict != null && verdict.kind().equals("FEVER");
        }

        /** What the checkpoint is called, or its id. */
        public String checkpoint() {
            String name = passage.checkpointName();
            return name == null ? passage.place().checkpointId() : name;
        }
    }
}
