package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.Page;
import io.feverline.registry.contact.Company;
import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.ContactCursor;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Tracing;
import io.feverline.registry.contact.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a traveller's contacts.
 *
 * @param from the traveller's passages are looked at from then, inclusive
 * @param until until then, inclusive
 * @param contacts how many there are on all pages
 * @param cut whether there are more than are listed
 * @param stays where the traveller was, newest first, with how many others; the same on every page
 * @param items the closest first
 * @param next pass it as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactsView(
        Instant from,
        Instant until,
        int contacts,
        boolean cut,
        List<StayView> stays,
        List<ContactView> items,
        @Nullable String next) {
    static ContactsView of(Tracing tracing, Page<Contact, ContactCursor> page) {
        ContactCursor next = page.next();
        return new ContactsView(
                tracing.from(),
                tracing.until(),
                tracing.contacts().size(),
                tracing.cut(),
                tracing.companies().stream().map(StayView::of).toList(),
                page.items().stream().map(ContactView::of).toList(),
                next == null ? null : next.text());
    }

    /**
     * A ride, or a stay at a checkpoint.
     *
     * @param from when the traveller was first measured there
     * @param until when last
     * @param contacts how many others are listed
     * @param unknown how many readings there are of people without papers
     * @param cut whether there were more others than are listed; those nearest in time are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StayView(
            @Nullable UUID vehicleId,
            @Nullable String trip,
            @Nullable Collection<String> seats,
            @Nullable String checkpointId,
            @Nullable String checkpointName,
            Instant from,
            Instant until,
            int contacts,
            long unknown,
            boolean cut) {
        static StayView of(Company company) {
            Place place = Place.of(company.stay().where());
            return new StayView(
                    place.vehicleId(),
                    place.trip(),
                    place.vehicleId() == null ? null : company.stay().seats(),
                    place.checkpointId(),
                    place.checkpointName(),
                    company.stay().first(),
                    company.stay().last(),
                    company.known(),
                    company.unknown(),
                    company.cut());
        }
    }

    /**
     * Somebody who was met.
     *
     * @param id the contact's, as a traveller
     * @param encounters the closest first
     */
    public record ContactView(UUID id, List<EncounterView> encounters) {
        static ContactView of(Contact contact) {
            return new ContactView(
                    contact.travellerId(),
                    contact.encounters().stream().map(EncounterView::of).toList());
        }
    }

    /**
     * That two were in one place.
     *
     * @param trip the name of the contact's ride
     * @param seats the contact's
     * @param rowsApart from the traveller's seat, where both are known
     * @param from when the contact was first measured there
     * @param until when last
     * @param apartSeconds between the two's measurements; 0 when the times that they span overlap
     * @param overlapSeconds how long both were there, where that is known; at a checkpoint, everybody is taken to stay
     *     for as long as two measurements may be apart
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EncounterView(
            String reason,
            @Nullable UUID vehicleId,
            @Nullable String trip,
            @Nullable Collection<String> seats,
            @Nullable Integer rowsApart,
            @Nullable String checkpointId,
            @Nullable String checkpointName,
            Instant from,
            Instant until,
            long apartSeconds,
            @Nullable Long overlapSeconds) {
        static EncounterView of(Encounter encounter) {
            Place place = Place.of(encounter.presence().stay().where());
            Duration overlap = encounter.overlap();
            return new EncounterView(
                    Names.of(encounter.reason()),
                    place.vehicleId(),
                    place.vehicleId() == null ? null : encounter.presence().trip(),
                    place.vehicleId() == null ? null : encounter.presence().seats(),
                    encounter.rowsApart(),
                    place.checkpointId(),
                    place.checkpointName(),
                    encounter.presence().first(),
                    encounter.presence().last(),
                    encounter.apart().toSeconds(),
                    overlap == null ? null : overlap.toSeconds());
        }
    }

    /** The members that name a place: a vehicle's, or a checkpoint's. */
    record Place(
            @Nullable UUID vehicleId,
            @Nullable String trip,
            @Nullable String checkpointId,
            @Nullable String checkpointName) {
        static Place of(Where where) {
            if (where instanceof Where.Ride ride) {
                return new Place(ride.vehicleId(), ride.trip(), null, null);
            }
            var gate = (Where.Gate) where;
            return new Place(null, null, gate.checkpointId(), gate.name());
        }
    }
}
