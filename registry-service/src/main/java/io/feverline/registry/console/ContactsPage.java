package io.feverline.registry.console;

import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Tracing;
import io.feverline.registry.contact.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a traveller has met.
 *
 * @param until the last day that counts
 * @param days so many up to then count
 */
record ContactsPage(UUID id, LocalDate until, int days, Tracing tracing) {
    /** More than anybody reads; the file has all. */
    private static final int ROWS = 200;

    public String shortId() {
        return Ids.shortened(id);
    }

    public List<Row> rows() {
        return tracing.contacts().stream().limit(ROWS).map(Row::new).toList();
    }

    public int count() {
        return tracing.contacts().size();
    }

    /** Whether not all that is known is shown. */
    public boolean isCut() {
        return tracing.cut() || count() > ROWS;
    }

    public ContactGraph graph() {
        return ContactGraph.of(tracing.contacts());
    }

    public List<Stop> stops() {
        return tracing.companies().stream()
                .map(company -> new Stop(
                        Place.of(company.stay().where()), company.stay().first(), company.known(), company.unknown()))
                .toList();
    }

    /** A time that the case was somewhere, with how many others. */
    record Stop(Place place, Instant at, int known, long unknown) {}

    /** Somebody who was met. */
    record Row(Contact contact) {
        public UUID id() {
            return contact.travellerId();
        }

        public String shortId() {
            return Ids.shortened(contact.travellerId());
        }

        public Encounter closest() {
            return contact.encounters().get(0);
        }

        public Place place() {
            return Place.of(closest().presence().stay().where());
        }

        public long minutesApart() {
            return closest().apart().toMinutes();
        }

        /** Null when it is not known. */
        @Nullable
        public Long minutesTogether() {
            var overlap = closest().overlap();
            return overlap == null ? null : overlap.toMinutes();
        }

        public int times() {
            return contact.encounters().size();
        }
    }

    /**
     * A ride or a checkpoint; two checkpoints may have one name.
     *
     * @param vehicleId of a ride
     * @param checkpointId of a checkpoint
     * @param name the trip's, or the checkpoint's
     */
    record Place(
            @Nullable UUID vehicleId,
            @Nullable String checkpointId,
            @Nullable String name) {
        static Place of(Where where) {
            if (where instanceof Where.Ride ride) {
                return new Place(ride.vehicleId(), null, ride.trip());
            }
            Where.Gate gate = (Where.Gate) where;
            String name = gate.name();
            return new Place(null, gate.checkpointId(), name == null ? gate.checkpointId() : name);
        }
    }
}
