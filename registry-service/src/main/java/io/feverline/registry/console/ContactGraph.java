package io.feverline.registry.console;

import io.feverline.registry.console.ContactsPage.Place;
import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Contacts around a case: on the inner circle where they were met, on the outer one who was, beside the place of the
 * closest encounter. Whoever was met elsewhere too is tied to that place as well.
 *
 * @param places on the inner circle
 * @param people on the outer one
 * @param ties from the case to places, and from places to people
 * @param cut whether there are more people
 */
record ContactGraph(List<Spot> places, List<Person> people, List<Tie> ties, boolean cut) {
    /** How wide and high the drawing is, in its units. */
    static final int SIZE = 640;

    /** More would lie on each other. */
    static final int MOST = 72;

    private static final int CENTRE = SIZE / 2;
    private static final int INNER = 130;
    private static final int OUTER = 280;

    /** A place in the drawing. */
    record Spot(int x, int y, Place place) {
        /** Whether its name stands to the left, as it would run into the circle on the right. */
        public boolean isLeft() {
            return x < CENTRE;
        }
    }

    /** Somebody who was met. */
    record Person(int x, int y, UUID id, Reason reason) {
        public String shortId() {
            return Ids.shortened(id);
        }

        /** The nearer, the more conspicuous. */
        public String look() {
            return switch (reason) {
                case SEAT_ROW -> "critical";
                case NEAR_ROWS -> "high";
                case TRIP, VEHICLE, BUS -> "moderate";
                case CHECKPOINT -> "low";
            };
        }
    }

    /** A line. */
    record Tie(int fromX, int fromY, int toX, int toY) {}

    /** The closest contacts, as many as there is room for. */
    static ContactGraph of(List<Contact> contacts) {
        var groups = new LinkedHashMap<Place, List<Contact>>();
        contacts.stream()
                .limit(MOST)
                .forEach(contact -> groups.computeIfAbsent(
                                place(contact.encounters().get(0)), at -> new ArrayList<>())
                        .add(contact));
        int number = groups.values().stream().mapToInt(List::size).sum();
        var spots = new HashMap<Place, Spot>();
        var people = new ArrayList<Person>(number);
        var places = new ArrayList<Spot>(groups.size());
        int before = 0;
        for (Map.Entry<Place, List<Contact>> group : groups.entrySet()) {
            int size = group.getValue().size();
            double middle = angle(before + (size - 1) / 2.0, number);
            var spot = new Spot(x(INNER, middle), y(INNER, middle), group.getKey());
            spots.put(group.getKey(), spot);
            places.add(spot);
            for (Contact contact : group.getValue()) {
                double angle = angle(before++, number);
                people.add(new Person(
                        x(OUTER, angle),
                        y(OUTER, angle),
                        contact.travellerId(),
                        contact.encounters().get(0).reason()));
            }
        }
        return new ContactGraph(places, people, ties(places, people, spots, groups), contacts.size() > MOST);
    }

    private static List<Tie> ties(
            List<Spot> places, List<Person> people, Map<Place, Spot> spots, Map<Place, List<Contact>> groups) {
        var ties = new ArrayList<Tie>();
        places.forEach(spot -> ties.add(new Tie(CENTRE, CENTRE, spot.x(), spot.y())));
        int next = 0;
        for (List<Contact> group : groups.values()) {
            for (Contact contact : group) {
                Person person = people.get(next++);
                contact.encounters().stream()
                        .map(encounter -> spots.get(place(encounter)))
                        .distinct()
                        .filter(spot -> spot != null)
                        .forEach(spot -> ties.add(new Tie(spot.x(), spot.y(), person.x(), person.y())));
            }
        }
        return ties;
    }

    private static Place place(Encounter encounter) {
        return Place.of(encounter.presence().stay().where());
    }

    /** From the top on, as a clock goes. */
    private static double angle(double position, int number) {
        return 2 * Math.PI * position / number - Math.PI / 2;
    }

    private static int x(int radius, double angle) {
        return (int) Math.round(CENTRE + radius * Math.cos(angle));
    }

    private static int y(int radius, double angle) {
        return (int) Math.round(CENTRE + radius * Math.sin(angle));
    }

    public int most() {
        return MOST;
    }

    public int size() {
        return SIZE;
    }

    public int centre() {
        return CENTRE;
    }
}
