package io.feverline.alert.rest;

import io.feverline.alert.postgres.HandoverStore;
import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.roster.Handover;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands over and accepts, or fails with the problem that says why not. */
@ApplicationScoped
public class Handing {
    private final HandoverStore handovers;
    private final RosterStore roster;
    private final Caller caller;
    private final InstantSource clock;

    Handing(HandoverStore handovers, RosterStore roster, Caller caller, InstantSource clock) {
        this.handovers = handovers;
        this.roster = roster;
        this.caller = caller;
        this.clock = clock;
    }

    /** One that is there. */
    public Uni<Handover> find(UUID id) {
        return handovers.find(id, caller.scope()).map(found -> found.orElseThrow(Problems::noSuchHandover));
    }

    /** Writes one, from the caller. */
    public Uni<Handover> write(@Nullable NewHandoverJson sent) {
        if (sent == null) {
            throw Problems.invalidMember("unitId", "缺失 / is missing");
        }
        UUID unit = sent.parsedUnit();
        String to = sent.parsedTo();
        String note = sent.parsedNote();
        String from = caller.subject();
        return roster.unit(unit, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchUnit))
                .chain(() -> handovers.write(unit, from, to, note, clock.instant()))
                .map(written -> written.orElseThrow(Problems::noSuchUnit));
    }

    /** The caller accepts one. */
    public Uni<Handover> accept(UUID id) {
        String by = caller.subject();
        return find(id).chain(() -> handovers.accept(id, by, clock.instant()))
                .chain(() -> find(id))
                .invoke(handover -> {
                    if (!by.equals(handover.acceptedBy())) {
                        throw handover.acceptedBy() == null ? Problems.ownHandover() : Problems.handoverAccepted();
                    }
                });
    }
}
