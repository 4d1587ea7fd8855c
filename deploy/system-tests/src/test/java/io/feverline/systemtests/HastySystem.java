package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One whose alert-service does in seconds what takes minutes elsewhere. It is killed, too. */
final class HastySystem extends OneSystem {
    /**
     * Alerts may be acknowledged for so long before the first step falls due, so that some are before and some after
     * it.
     */
    static final int TOWNSHIP_AFTER_MS = 2_000;

    static final int COUNTY_AFTER_MS = 1_500;

    private static final Map<String, String> ESCALATION = Map.of(
            "feverline.alert.escalation.township-after", TOWNSHIP_AFTER_MS / 1_000.0 + "S",
            "feverline.alert.escalation.county-after", COUNTY_AFTER_MS / 1_000.0 + "S",
            "feverline.alert.escalation.check-every", "1S");
    private static final Map<String, String> DEVICES = Map.of(
            "feverline.alert.devices.tell-every", "1S",
            "feverline.alert.devices.judge-every", "1S",
            "feverline.alert.policy.lead", "1S");
    private static final Map<String, String> PROBES = Map.of(
            "feverline.alert.probe.at-least", "3S",
            "feverline.alert.probe.usual", "1S",
            "feverline.alert.probe.check-every", "1S",
            "feverline.alert.probe.sweep-every", "1S",
            "feverline.alert.probe.absence", "3S",
            "feverline.alert.probe.grace", "8S",
            "feverline.alert.probe.kept", "3");

    @Override
    LocalSystem start(ExtensionContext.Store run) {
        return FreshSystem.start(
                Service.ALERT_SERVICE,
                Stream.of(ESCALATION, DEVICES, PROBES)
                        .flatMap(settings -> settings.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
