package io.feverline.gateway;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reading as the door wants it. It is written once, so that each repetition has the same bytes. */
final class Body {

    private Body() {}

    /**
     * The JSON, on one line.
     *
     * @param numbers the reading's place among all that its device measured
     */
    static String of(Reading reading, Numbers numbers) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", reading.id());
        // Its toString() leaves seconds out that are zero; RFC 3339 does not.
        body.put("measuredAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(reading.measuredAt()));
        body.put("temperature", reading.temperature());
        body.put("mode", reading.mode());
        body.put("site", reading.site());
        body.put("ambient", reading.ambient());
        body.put("seq", numbers.next());
        body.put("bootId", numbers.bootId());
        body.put("traveller", reading.traveller() == null ? null : traveller(reading.traveller()));
        body.put("vehicle", reading.vehicle() == null ? null : vehicle(reading.vehicle()));
        body.put("recheckOf", reading.recheckOf());
        return Json.write(body);
    }

    private static Map<String, @Nullable Object> traveller(Traveller traveller) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("documentType", traveller.documentType());
        body.put("documentNumber", traveller.documentNumber());
        body.put("name", traveller.name());
        body.put("phone", traveller.phone());
        body.put("originArea", traveller.originArea());
        body.put("destinationArea", traveller.destinationArea());
        return body;
    }

    private static Map<String, @Nullable Object> vehicle(Vehicle vehicle) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("plate", vehicle.plate());
        body.put("trailerPlate", vehicle.trailerPlate());
        body.put("kind", vehicle.kind());
        body.put("trip", vehicle.trip());
        body.put("seat", vehicle.seat());
        return body;
    }
}
