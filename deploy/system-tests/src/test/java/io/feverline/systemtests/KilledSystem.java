package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import java.util.Map;

/** One whose processes die amid traffic, and are back and have caught up when a test ends. */
final class KilledSystem extends OneSystem {
    @Override
    LocalSystem start() {
        // A head of the audit log for each kill, so that what was lost would show.
        return FreshSystem.start(
                Service.REGISTRY_SERVICE,
                Map.of("feverline.audit.sign-every", "1S", "feverline.audit.look-every", "1S"));
    }
}
