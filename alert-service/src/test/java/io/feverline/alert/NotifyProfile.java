package io.feverline.alert;

import java.util.HashMap;
import java.util.Map;

/** The same, and it tells: to receivers on this machine, with little patience, and to a mailbox in memory. */
public class NotifyProfile extends AlertServiceProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.putAll(Map.of(
                "feverline.alert.notify.enabled",
                "true",
                "feverline.alert.notify.allow-insecure-targets",
                "true",
                "feverline.alert.notify.time-limit",
                "PT1S",
                "feverline.alert.notify.backoff",
                "PT0.1S,PT0.1S,PT0.2S",
                "feverline.alert.notify.spacing.dingtalk",
                "PT0S",
                "feverline.alert.notify.spacing.wecom",
                "PT0S",
                "feverline.alert.notify.link",
                "https://fever.example/alerts/",
                "quarkus.mailer.from",
                "feverline@county.example"));
        return overrides;
    }
}
