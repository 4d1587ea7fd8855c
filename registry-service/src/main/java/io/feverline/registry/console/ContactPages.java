package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.audit.Act;
import io.feverline.registry.config.ContactConfig;
import io.feverline.registry.contact.ContactQuery;
import io.feverline.registry.contact.Contacts;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.ContactCsv;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom a traveller has met. */
@Path("/console/travellers/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public class ContactPages {
    private final Contacts contacts;
    private final ContactConfig config;
    private final Clock clock;
    private final Caller caller;
    private final Viewer viewer;

    ContactPages(Contacts contacts, ContactConfig config, Clock clock, Caller caller, Viewer viewer) {
        this.contacts = contacts;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance contacts(ContactsPage page);
    }

    /** As a table and as a graph. */
    @GET
    @Path("/contacts")
    @Operation(hidden = true)
    public Uni<TemplateInstance> contacts(
            @RestPath UUID id,
            @RestQuery @Nullable String until,
            @QueryParam("days") @Min(1) @Max(ContactQuery.MOST_DAYS) @Nullable Integer days) {
        LocalDate last = last(until);
        int wanted = days(days);
        return contacts.trace(query(id, Act.TRAVELLER_CONTACTS, last, wanted))
                .map(tracing -> viewer.reads(Templates.contacts(new ContactsPage(id, last, wanted, tracing))));
    }

    /** As a file. */
    @GET
    @Path("/contacts.csv")
    @Produces(ContactCsv.MEDIA_TYPE)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"contacts.csv\"")
    @Operation(hidden = true)
    public Uni<String> file(
            @RestPath UUID id,
            @RestQuery @Nullable String until,
            @QueryParam("days") @Min(1) @Max(ContactQuery.MOST_DAYS) @Nullable Integer days) {
        return contacts.trace(query(id, Act.TRAVELLER_CONTACTS_EXPORT, last(until), days(days)))
                .map(ContactCsv::of);
    }

    private LocalDate last(@Nullable String until) {
        LocalDate day = Forms.day(until);
        return day == null ? LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY) : day;
    }

    private int days(@Nullable Integer days) {
        return days == null ? config.days() : days;
    }

    private ContactQuery query(UUID id, Act act, LocalDate last, int days) {
        Instant end = Histories.begin(last.plusDays(1));
        Instant now = clock.instant();
        return new ContactQuery(id, caller.actor(), act, end.isAfter(now) ? now : end, days);
    }
}
