package io.feverline.registry.rest;

import io.feverline.registry.checkpoint.Position;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Positions in documents: two members, both or neither. */
final class Degrees {
    static final String TOGETHER = "latitude 与 longitude 须同时给出 / latitude and longitude go together";

    private Degrees() {}

    static boolean together(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        return (latitude == null) == (longitude == null);
    }

    static @Nullable Position position(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        return latitude == null || longitude == null
                ? null
                : new Position(latitude.doubleValue(), longitude.doubleValue());
    }

    static @Nullable BigDecimal latitude(@Nullable Position position) {
        return position == null ? null : BigDecimal.valueOf(position.latitude());
    }

    static @Nullable BigDecimal longitude(@Nullable Position position) {
        return position == null ? null : BigDecimal.valueOf(position.longitude());
    }
}
