package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.contact.Contact;
import io.feverline.registry.contact.Encounter;
import io.feverline.registry.contact.Presence;
import io.feverline.registry.contact.Reason;
import io.feverline.registry.contact.Stay;
import io.feverline.registry.contact.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactGraphTest {
    private static final Instant NOON = Instant.parse("2020-01-26T04:00:00Z");
    private static final Where NORTH = new Where.Gate("north", "北出口", false);
    private static final Where SOUTH = new Where.Gate("south", "南出口", false);

    @Test
    void who_met_nobody_has_an_empty_graph() {
        ContactGraph graph = ContactGraph.of(List.of());

        assertThat(graph.people()).isEmpty();
        assertThat(graph.ties()).isEmpty();
    }

    @Test
    void the_only_contact_is_above_its_place_and_that_above_the_case() {
        ContactGraph graph = ContactGraph.of(List.of(met(NORTH)));

        assertThat(graph.people()).extracting(ContactGraph.Person::x).containsExactly(graph.centre());
        assertThat(graph.places()).extracting(ContactGraph.Spot::x).containsExactly(graph.centre());
        assertThat(graph.people().get(0).y()).isLessThan(graph.places().get(0).y());
        assertThat(graph.places().get(0).y()).isLessThan(graph.centre());
    }

    @Test
    void contacts_of_one_place_stand_side_by_side() {
        ContactGraph graph = ContactGraph.of(List.of(met(NORTH), met(SOUTH), met(NORTH)));

        assertThat(graph.places()).hasSize(2);
        assertThat(graph.ties()).hasSize(2 + 3);
        assertThat(graph.ties().subList(2, 4))
                .extracting(tie -> tie.fromX() + "," + tie.fromY())
                .containsOnly(
                        graph.places().get(0).x() + "," + graph.places().get(0).y());
    }

    @Test
    void who_was_met_in_two_places_is_tied_to_both() {
        ContactGraph graph = ContactGraph.of(List.of(met(NORTH, SOUTH), met(SOUTH)));

        assertThat(graph.ties()).hasSize(2 + 3);
        assertThat(graph.ties().subList(2, 4))
                .extracting(tie -> tie.toX() + "," + tie.toY())
                .containsOnly(
                        graph.people().get(0).x() + "," + graph.people().get(0).y());
    }

    @Test
    void two_checkpoints_of_one_name_are_two_places() {
        ContactGraph graph = ContactGraph.of(List.of(met(NORTH), met(new Where.Gate("north-2", "北出口", false))));

        assertThat(graph.places()).hasSize(2);
    }

    @Test
    void no_more_are_drawn_than_there_is_room_for_and_that_there_are_more_is_told() {
        ContactGraph graph = metAtTheNorth(ContactGraph.MOST + 1);

        assertThat(graph.people()).hasSize(ContactGraph.MOST);
        assertThat(graph.cut()).isTrue();
    }

    @Test
    void a_graph_that_has_room_for_all_is_not_cut() {
        assertThat(metAtTheNorth(ContactGraph.MOST).cut()).isFalse();
    }

    private static ContactGraph metAtTheNorth(int people) {
        return ContactGraph.of(
                IntStream.range(0, people).mapToObj(number -> met(NORTH)).toList());
    }

    private static Contact met(Where... places) {
        UUID somebody = UUID.randomUUID();
        return new Contact(
                somebody,
                Stream.of(places).map(where -> encounter(somebody, where)).toList());
    }

    private static Encounter encounter(UUID somebody, Where where) {
        var stay = new Stay(where, NOON, NOON, NOON, NOON, Set.of());
        var presence = new Presence(stay, somebody, NOON, NOON, null, Set.of());
        return new Encounter(Reason.CHECKPOINT, presence, Duration.ZERO, null, null);
    }
}
