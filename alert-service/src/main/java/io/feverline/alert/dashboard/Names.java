package io.feverline.alert.dashboard;

import io.feverline.alert.device.Checkpoint;
import java.util.Map;

/** How checkpoints are called. */
final class Names {
    private Names() {}

    /** By its id as long as nothing else is known. */
    static String of(String id, Map<String, Checkpoint> registered) {
        Checkpoint checkpoint = registered.get(id);
        return checkpoint == null ? id : checkpoint.name();
    }
}
