package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.config.EscalationConfig;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.EscalationStep.Told;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Shift;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class EscalationTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");
    private static final Duration A_LITTLE = Duration.ofSeconds(30);

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Inject
    ActionWriter actions;

    @Inject
    EscalationConfig config;

    @Inject
    RosterStore roster;

    /** No other test has units or alerts there. */
    private static final String AREA = "360322179";

    private final EpisodeTold fever = Changes.opening("escalation", AREA, EIGHT);
    private Instant raised = Instant.EPOCH;
    private long before;

    @BeforeEach
    void raise() {
        raised = Instant.now();
        await(writer.store(List.of(fever)));
        before = await(reader.head());
    }

    @Test
    void the_township_has_to_know_and_then_the_county_each_once() {
        Instant township = raised.plus(config.townshipAfter());
        escalate(township.minus(A_LITTLE));
        assertThat(level()).isEqualTo(Level.CHECKPOINT);

        escalate(township.plus(A_LITTLE));
        escalate(township.plus(A_LITTLE));
        assertThat(level()).isEqualTo(Level.TOWNSHIP);

        Instant county = township.plus(A_LITTLE).plus(config.countyAfter());
        escalate(county);
        escalate(county.plus(Duration.ofDays(1)));
        assertThat(level()).isEqualTo(Level.COUNTY);
        assertThat(steps()).hasSize(2);
    }

    @Test
    void two_instances_take_one_step() {
        Instant due = raised.plus(config.townshipAfter()).plus(A_LITTLE);

        await(Uni.join()
                .all(actions.escalate(due, config.countyAfter()), actions.escalate(due, config.countyAfter()))
                .andFailFast());

        assertThat(steps()).hasSize(1);
        assertThat(level()).isEqualTo(Level.TOWNSHIP);
    }

    @Test
    void an_acknowledgement_stops_it() {
        await(actions.act(
                fever.alertId(),
                new ActionOrder(Action.ACKNOWLEDGE, "li", null, raised, null, null, null),
                COUNTY,
                alert -> true));

        escalate(raised.plus(Duration.ofDays(1)));

        assertThat(steps()).isEmpty();
    }

    @Test
    void a_remark_does_not() {
        await(actions.act(
                fever.alertId(),
                new ActionOrder(Action.COMMENT, "li", "seen", raised, null, null, null),
                COUNTY,
                alert -> true));

        escalate(raised.plus(Duration.ofDays(1)));

        assertThat(steps()).hasSize(1);
    }

    @Test
    void who_is_over_is_escalated_once_a_fever_opens_it_again_and_not_before() {
        await(actions.act(
                fever.alertId(),
                new ActionOrder(Action.DISMISS, "li", "cool again", raised, null, null, null),
                COUNTY,
                alert -> true));
        escalate(raised.plus(Duration.ofDays(1)));
        assertThat(steps()).isEmpty();

        await(writer.store(List.of(Changes.next(fever, EpisodeState.CONFIRMED))));
        escalate(raised.plus(Duration.ofDays(1)));
        assertThat(steps()).hasSize(1);
    }

    @Test
    void a_normal_recheck_stops_it_and_another_fever_starts_it_again() {
        EpisodeTold cleared = Changes.next(fever, EpisodeState.CLEARED);
        await(writer.store(List.of(cleared)));
        escalate(raised.plus(Duration.ofDays(1)));
        assertThat(steps()).isEmpty();

        await(writer.store(List.of(Changes.next(cleared, EpisodeState.CONFIRMED))));
        escalate(raised.plus(Duration.ofDays(1)));
        assertThat(steps()).hasSize(1);
    }

    @Test
    void the_units_that_have_to_know_are_noted_with_who_is_on_duty_then() {
        Instant due = raised.plus(config.townshipAfter()).plus(A_LITTLE);
        Unit township = founded(Level.TOWNSHIP, AREA, null);
        Unit sameCheckpoint = founded(Level.TOWNSHIP, AREA.substring(0, 6), "escalation");
        founded(Level.TOWNSHIP, AREA, "another");
        founded(Level.TOWNSHIP, AREA + "001", null);
        founded(Level.COUNTY, AREA, null);
        onDuty(township, "li", due.minusSeconds(60), due.plusSeconds(60));
        onDuty(township, "wang", due.minusSeconds(60), due);
        onDuty(township, "zhao", due, due.plusSeconds(60));

        assertThat(await(actions.escalate(due, config.countyAfter())).withoutUnit())
                .isZero();

        assertThat(await(reader.escalations(fever.alertId())))
                .singleElement()
                .satisfies(step -> assertThat(step.units())
                        .containsExactlyInAnyOrder(
                                new Told(township.id(), township.name(), List.of("li", "zhao")),
                                new Told(sameCheckpoint.id(), sameCheckpoint.name(), List.of())));
    }

    @Test
    void what_was_noted_stays_when_unit_and_roster_change() {
        Instant due = raised.plus(config.townshipAfter()).plus(A_LITTLE);
        Unit township = founded(Level.TOWNSHIP, AREA, null);
        onDuty(township, "li", due.minusSeconds(60), due.plusSeconds(60));
        escalate(due);

        await(roster.delete(township.id(), township.version()));

        assertThat(await(reader.escalations(fever.alertId())))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.units()).contains(new Told(township.id(), township.name(), List.of("li"))));
    }

    @Test
    void a_round_code_means_all_that_lies_in_it() {
        Unit city = founded(Level.TOWNSHIP, "360300", null);

        escalate(raised.plus(Duration.ofDays(1)));

        assertThat(await(reader.escalations(fever.alertId())).get(0).units())
                .extracting(Told::unit)
                .contains(city.id());
        await(roster.delete(city.id(), city.version()));
    }

    @Test
    void that_no_unit_has_to_know_stops_no_step_and_is_counted() {
        EpisodeTold elsewhere = Changes.opening("escalation", "990322101", EIGHT);
        await(writer.store(List.of(elsewhere)));

        assertThat(await(actions.escalate(raised.plus(Duration.ofDays(1)), config.countyAfter()))
                        .withoutUnit())
                .isPositive();

        assertThat(await(reader.escalations(elsewhere.alertId())))
                .singleElement()
                .satisfies(step -> assertThat(step.units()).isEmpty());
    }

    private Unit founded(Level level, String area, @Nullable String checkpoint) {
        return await(roster.create(new Unit.Draft("unit-" + UUID.randomUUID(), level, area, checkpoint)));
    }

    private void onDuty(Unit unit, String person, Instant from, Instant to) {
        await(roster.add(unit.id(), List.of(new Shift(UUID.randomUUID(), person, new Period(from, to)))));
    }

    private void escalate(Instant now) {
        await(actions.escalate(now, config.countyAfter()));
    }

    private Level level() {
        return await(reader.find(fever.alertId(), COUNTY)).orElseThrow().level();
    }

    private List<AlertChange> steps() {
        return await(reader.changesAfter(before, 1_000)).stream()
                .filter(change -> change.alert().id().equals(fever.alertId()))
                .filter(change -> change.cause() == Cause.ESCALATION)
                .toList();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
