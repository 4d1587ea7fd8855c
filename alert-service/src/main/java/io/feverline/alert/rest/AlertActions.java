package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.postgres.ActionWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what somebody wants done about an alert, or fails with the problem that says why not. */
@ApplicationScoped
public class AlertActions {
    private final ActionWriter actions;
    private final Caller caller;
    private final InstantSource clock;

    AlertActions(ActionWriter actions, Caller caller, InstantSource clock) {
        this.actions = actions;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The alert after it.
     *
     * @param seen the entity tag that they saw
     */
    public Uni<Alert> act(UUID id, @Nullable NewActionJson sent, String seen) {
        if (sent == null) {
            throw Problems.invalidMember("action", "缺失 / is missing");
        }
        ActionOrder order = sent.parsed(caller.subject(), clock.instant());
        return actions.act(id, order, caller.scope(), alert -> EntityTag.isNamedBy(seen, EntityTag.of(alert)))
                .map(AlertActions::done);
    }

    private static Alert done(ActionWriter.Answer answer) {
        Alert alert = answer.alert();
        if (alert == null) {
            throw Problems.noSuchAlert();
        }
        if (answer.refusal() == null) {
            return alert;
        }
        throw answer.refusal() == ActionWriter.Refusal.CHANGED
                ? Problems.changed(EntityTag.of(alert))
                : Problems.notPossible(alert.state());
    }
}
