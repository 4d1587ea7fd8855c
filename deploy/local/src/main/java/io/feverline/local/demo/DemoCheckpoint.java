package io.feverline.local.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of the demo county with its devices.
 *
 * @param direction null: who passes comes, goes, or neither
 */
record DemoCheckpoint(
        String id,
        String name,
        String kind,
        String areaCode,
        @Nullable String direction,
        List<DemoDevice> devices) {
    /** What the registry is told. */
    record Registration(
            String id,
            String name,
            String kind,
            String areaCode,
            @Nullable String direction) {}

    Registration registration() {
        return new Registration(id, name, kind, areaCode, direction);
    }
}
