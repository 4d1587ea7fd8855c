package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.postgres.ActionWriter.Refusal;
import io.feverline.alert.postgres.DeviceAlerts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what somebody wants done about a device alert, or fails with the problem that says why not. */
@ApplicationScoped
public class DeviceAlertActions {
    private final DeviceAlerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    DeviceAlertActions(DeviceAlerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The device alert after it.
     *
     * @param seen the entity tag that they saw
     */
    public Uni<DeviceAlert> act(UUID id, @Nullable NewDeviceAlertActionJson sent, String seen) {
        if (sent == null) {
            throw Problems.invalidMember("action", "缺失 / is missing");
        }
        var order = sent.parsed(caller.subject(), clock.instant());
        return alerts.act(id, order, caller.scope(), alert -> EntityTag.isNamedBy(seen, EntityTag.of(alert)))
                .map(DeviceAlertActions::done);
    }

    private static DeviceAlert done(DeviceAlerts.Answer answer) {
        DeviceAlert alert = answer.alert();
        if (alert == null) {
            throw Problems.noSuchDeviceAlert();
        }
        if (answer.refusal() == null) {
            return alert;
        }
        throw answer.refusal() == Refusal.CHANGED
                ? Problems.changed(EntityTag.of(alert))
                : Problems.notPossible(alert.state());
    }
}
