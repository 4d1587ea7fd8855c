package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.roster.Unit;
import java.util.Arrays;

/** Entity tags (RFC 9110, section 8.8.3). An alert's changes with what people do, and with what is measured. */
final class EntityTag {

    private EntityTag() {}

    static String of(Alert alert) {
        return "\"" + alert.version() + "-" + alert.revision() + "\"";
    }

    static String of(Channel channel) {
        return "\"" + channel.version() + "\"";
    }

    static boolean isNamedBy(String ifMatch, Channel channel) {
        return isNamedBy(ifMatch, of(channel));
    }

    /**
     * Whether an {@code If-Match} names the alert as it is. An asterisk names none: who has not looked cannot decide.
     */
    static boolean isNamedBy(String ifMatch, Alert alert) {
        return isNamedBy(ifMatch, of(alert));
    }

    /** A unit's. */
    static String of(Unit unit) {
        return "\"" + unit.version() + "\"";
    }

    /** A device alert's: it changes with what people do, and when it ends. */
    static String of(DeviceAlert alert) {
        return "\"" + alert.version() + (alert.found().until() == null ? "\"" : "-ended\"");
    }

    static boolean isNamedBy(String ifMatch, String entityTag) {
        return Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(entityTag::equals);
    }
}
