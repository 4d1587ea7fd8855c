package io.feverline.gateway.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** The shape of a reading, as the door's document has it. */
final class Contract {

    private static final Set<String> READING = Set.of(
            "id",
            "measuredAt",
            "temperature",
            "mode",
            "site",
            "ambient",
            "seq",
            "bootId",
            "deviceId",
            "traveller",
            "vehicle",
            "recheckOf",
            "synthetic");
    private static final Map<String, Set<String>> WITHIN = Map.of(
            "traveller",
            Set.of("documentType", "documentNumber", "name", "phone", "originArea", "destinationArea"),
            "vehicle",
            Set.of("plate", "trailerPlate", "kind", "trip", "seat"));

    private static final double COLDEST = 20;
    private static final double HOTTEST = 47;

    private Contract() {}

    static boolean keeps(JsonNode reading) {
        double celsius = reading.path("temperature").asDouble();
        return only(READING, reading)
                && reading.path("temperature").isNumber()
                && celsius >= COLDEST
                && celsius <= HOTTEST
                && WITHIN.entrySet().stream()
                        .allMatch(member -> only(member.getValue(), reading.path(member.getKey())));
    }

    /** Whether it tests the way to the officer: such a one is outside all rules of readings, and is sent once. */
    static boolean isSynthetic(JsonNode reading) {
        return reading.path("synthetic").asBoolean();
    }

    private static boolean only(Set<String> known, JsonNode object) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                return false;
            }
        }
        return true;
    }
}
