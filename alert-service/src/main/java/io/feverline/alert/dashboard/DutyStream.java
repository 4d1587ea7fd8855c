package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.rest.AlertStream;
import io.feverline.alert.rest.Caller;
import io.feverline.events.access.Roles;
import io.feverline.look.Language;
import io.feverline.look.Viewer;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What changes, as rows of the board. */
@Path("/duty/stream")
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
public class DutyStream {
    private final AlertStream stream;
    private final RenderedRows rows;
    private final Caller caller;
    private final Viewer viewer;

    DutyStream(AlertStream stream, RenderedRows rows, Caller caller, Viewer viewer) {
        this.stream = stream;
        this.rows = rows;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The changes after one; each event's id is its number. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(@QueryParam("after") long after, @Context Sse sse) {
        return stream.follow(after, caller.scope(), sse, new RowTeller(sse, rows, viewer.getLanguage()));
    }

    /** Tells alerts as rows; of others that there is something to look at; and heartbeats as events, which a page can hear. */
    private record RowTeller(Sse sse, RenderedRows rows, Language language) implements AlertStream.Teller {
        @Override
        public OutboundSseEvent change(AlertChange change) {
            OutboundSseEvent.Builder event = sse.newEventBuilder().id(Long.toString(change.seq()));
            Alert alert = change.about();
            return alert == null
                    ? event.name("other").data("").build()
                    : event.name("alert")
                            .data(rows.of(change.seq(), alert, language))
                            .build();
        }

        @Override
        public OutboundSseEvent heartbeat(long seen) {
            return sse.newEventBuilder()
                    .id(Long.toString(seen))
                    .name("beat")
                    .data("")
                    .build();
        }
    }
}
