package io.feverline.ingest;

import java.util.HashMap;
import java.util.Map;

/** The door with its limits as they are, and with little patience. */
public class HostileProfile extends DoorProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("feverline.ingest.batch-items", "1000");
        // Thousands of readings in a second: the quota is another test's.
        overrides.put("feverline.quota.device-burst", "1000000");
        overrides.put("feverline.quota.gateway-burst", "1000000");
        // For two of the largest arrays, and not for a third.
        overrides.put("feverline.ingest.held-bytes", "9M");
        overrides.put("feverline.ingest.body-within", "3s");
        overrides.put("quarkus.http.read-timeout", "2s");
        overrides.put("quarkus.http.idle-timeout", "2s");
        return overrides;
    }
}
