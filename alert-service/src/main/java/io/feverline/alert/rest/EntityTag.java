package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.DeviceAlert;
import java.util.Arrays;

/** An alert's entity tag (RFC 9110, section 8.8.3): it changes with what people do, and with what is measured. */
final class EntityTag {

    private EntityTag() {}

    static String of(Alert alert) {
        return "\"" + alert.version() + "-" + alert.revision() + "\"";
    }

    /**
     * Whether an {@code If-Match} names the alert as it is. An asterisk names none: who has not looked cannot decide.
     */
    static boolean isNamedBy(String ifMatch, Alert alert) {
        return isNamedBy(ifMatch, of(alert));
    }

    /** A device alert's: it changes with what people do, and when it ends. */
    static String of(DeviceAlert alert) {
        return "\"" + alert.version() + (alert.found().until() == null ? "\"" : "-ended\"");
    }

    static boolean isNamedBy(String ifMatch, String entityTag) {
        return Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(entityTag::equals);
    }
}
