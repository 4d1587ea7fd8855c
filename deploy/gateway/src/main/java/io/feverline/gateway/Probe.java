package io.feverline.gateway;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fever that nobody has, to see whether one would arrive. */
final class Probe {

    /** A fever by any policy, with nothing yet to be added. */
    private static final BigDecimal FEVER = new BigDecimal("41.0");

    private Probe() {}

    static Queued at(Instant now) {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("measuredAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        body.put("temperature", FEVER);
        body.put("mode", "body");
        body.put("synthetic", true);
        return new Queued(id, "", Json.write(body));
    }
}
