package io.feverline.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of the demo county with its devices.
 *
 * @param direction null: who passes comes, goes, or neither
 * @param latitude WGS 84, degrees north, about where it might be; null of a bus
 * @param longitude degrees east
 */
record DemoCheckpoint(
        String id,
        String name,
        String kind,
        String areaCode,
        @Nullable String direction,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<DemoDevice> devices) {
    /** What the registry is told. */
    record Registration(
            String id,
            String name,
            String kind,
            String areaCode,
            @Nullable String direction,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    Registration registration() {
        return new Registration(id, name, kind, areaCode, direction, latitude, longitude);
    }
}
