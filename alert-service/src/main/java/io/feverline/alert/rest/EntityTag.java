package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.roster.Unit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, section 8.8.3). */
public final class EntityTag {

    private EntityTag() {}

    /** An alert's: it changes with what people do, and with what is measured. */
    public static String of(Alert alert) {
        return "\"" + alert.version() + "-" + alert.revision() + "\"";
    }

    /** A device alert's: it changes with what people do, and when it ends. */
    public static String of(DeviceAlert alert) {
        return "\"" + alert.version() + (alert.found().until() == null ? "\"" : "-ended\"");
    }

    static String of(Channel channel) {
        return "\"" + channel.version() + "\"";
    }

    static String of(Unit unit) {
        return "\"" + unit.version() + "\"";
    }

    /**
     * An {@code If-Match} that is there.
     *
     * @throws ProblemException 428 when it is not
     */
    static String needed(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.unconditional();
        }
        return ifMatch;
    }

    /** Whether an {@code If-Match} names the tag. An asterisk names none: who has not looked cannot decide. */
    static boolean isNamedBy(String ifMatch, String entityTag) {
        return Arrays.stream(ifMatch.split(",", -1)).map(String::strip).anyMatch(entityTag::equals);
    }
}
