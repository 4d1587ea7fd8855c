package io.feverline.ingest.rest;

import io.feverline.ingest.DoorProfile;
import java.util.HashMap;
import java.util.Map;

/** A door of little patience. */
public class FailedKeysProfile extends DoorProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var config = new HashMap<>(super.getConfigOverrides());
        config.put("feverline.failed-keys.tolerated", "0");
        return config;
    }
}
