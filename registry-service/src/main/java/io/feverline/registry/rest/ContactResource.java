package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.Page;
import io.feverline.registry.access.Caller;
import io.feverline.registry.audit.Act;
import io.feverline.registry.config.ContactConfig;
import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.ContactCursor;
import io.feverline.registry.contact.ContactQuery;
import io.feverline.registry.contact.Contacts;
import io.feverline.registry.contact.Tracing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom a traveller has met in the caller's area. */
@Path("/v1/travellers/{id}/contacts")
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class ContactResource {
    private static final String UNTIL = "RFC 3339, inclusive; default: now";
    private static final String DAYS = "so many days before it; default: 14, or as configured";

    private final Contacts contacts;
    private final ContactConfig config;
    private final Clock clock;
    private final Caller caller;

    ContactResource(Contacts contacts, ContactConfig config, Clock clock, Caller caller) {
        this.contacts = contacts;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listContactsOfTraveller",
            summary = "密切接触者 / Who was on the same ride or at the same checkpoint, the closest first")
    public Uni<ContactsView> list(
            @RestPath UUID id,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until,
            @QueryParam("days") @Parameter(description = DAYS) @Min(1) @Max(ContactQuery.MOST_DAYS) @Nullable
                    Integer days,
            @RestQuery @Parameter(description = "next of the page before, which has its times") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        ContactCursor start = cursor == null ? null : ContactCursor.parse(cursor);
        ContactQuery query = start == null
                ? query(id, Act.TRAVELLER_CONTACTS, until, days)
                : new ContactQuery(id, caller.actor(), Act.TRAVELLER_CONTACTS, start.until(), start.days());
        return contacts.trace(query).map(tracing -> ContactsView.of(tracing, page(tracing, query, start, limit)));
    }

    @GET
    @Path("/export")
    @Produces(ContactCsv.MEDIA_TYPE)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"contacts.csv\"")
    @Operation(
            operationId = "exportContactsOfTraveller",
            summary = "导出密切接触者 / The same as CSV (RFC 4180, UTF-8 with byte order mark), a line for each encounter")
    public Uni<String> export(
            @RestPath UUID id,
            @RestQuery @Parameter(description = UNTIL) @Nullable String until,
            @QueryParam("days") @Parameter(description = DAYS) @Min(1) @Max(ContactQuery.MOST_DAYS) @Nullable
                    Integer days) {
        return contacts.trace(query(id, Act.TRAVELLER_CONTACTS_EXPORT, until, days))
                .map(ContactCsv::of);
    }

    private ContactQuery query(UUID id, Act act, @Nullable String until, @Nullable Integer days) {
        Instant end = Times.parse(until);
        return new ContactQuery(
                id, caller.actor(), act, end == null ? clock.instant() : end, days == null ? config.days() : days);
    }

    private static Page<Contact, ContactCursor> page(
            Tracing tracing, ContactQuery query, @Nullable ContactCursor start, int limit) {
        var rest = tracing.contacts().stream()
                .filter(contact -> start == null || contact.closeness().compareTo(start.after()) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rest, limit, contact -> new ContactCursor(query.until(), query.days(), contact.closeness()));
    }
}
