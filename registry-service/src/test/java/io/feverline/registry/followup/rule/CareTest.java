package io.feverline.registry.followup.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.followup.rule.NotPossible.Why;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareTest {
    private static final String TOWN = "360322101";
    private static final Instant DEADLINE = Instant.parse("2020-01-26T04:00:00Z");
    private static final Care QUEUED = Care.queued(TOWN);
    private static final Care ASSIGNED = QUEUED.assign("li", TOWN, DEADLINE);
    private static final Care ACCEPTED = ASSIGNED.accept("li");

    @Test
    void an_assignment_has_a_deadline() {
        assertThat(ASSIGNED).isEqualTo(new Care(State.ASSIGNED, TOWN, "li", DEADLINE));
    }

    @Test
    void it_is_overdue_after_its_deadline_and_not_at_it() {
        assertThat(ASSIGNED.isOverdue(DEADLINE)).isFalse();
        assertThat(ASSIGNED.isOverdue(DEADLINE.plusNanos(1))).isTrue();
    }

    @Test
    void what_is_accepted_is_not_overdue() {
        assertThat(ACCEPTED.isOverdue(DEADLINE.plusSeconds(3600))).isFalse();
    }

    @Test
    void whom_it_is_assigned_to_accepts_it() {
        assertThat(ACCEPTED).isEqualTo(new Care(State.ACCEPTED, TOWN, "li", null));
    }

    @Test
    void nobody_accepts_what_is_anothers() {
        refused(Why.NOT_ACCEPTED, () -> ASSIGNED.accept("wang"));
    }

    @Test
    void a_worker_takes_what_is_in_the_queue() {
        assertThat(QUEUED.accept("wang")).isEqualTo(new Care(State.ACCEPTED, TOWN, "wang", null));
    }

    @Test
    void it_is_accepted_once() {
        refused(Why.ALREADY_ACCEPTED, () -> ACCEPTED.accept("li"));
    }

    @Test
    void it_can_be_given_to_another_and_elsewhere_also_when_it_was_accepted() {
        assertThat(ACCEPTED.assign("wang", "360322102", DEADLINE))
                .isEqualTo(new Care(State.ASSIGNED, "360322102", "wang", DEADLINE));
    }

    @Test
    void without_a_worker_it_goes_to_the_queue() {
        assertThat(ACCEPTED.assign(null, "360322102", DEADLINE)).isEqualTo(Care.queued("360322102"));
    }

    @Test
    void it_is_complete_when_its_days_are_over() {
        assertThat(ACCEPTED.complete(true).state()).isEqualTo(State.COMPLETED);
        refused(Why.DAYS_LEFT, () -> ACCEPTED.complete(false));
    }

    @Test
    void what_nobody_has_accepted_is_not_complete() {
        refused(Why.NOT_ACCEPTED, () -> QUEUED.complete(true));
        refused(Why.NOT_ACCEPTED, () -> ASSIGNED.complete(true));
    }

    @Test
    void entries_are_written_by_who_has_accepted_it() {
        assertThatCode(() -> ACCEPTED.requireEntryBy("li")).doesNotThrowAnyException();
        refused(Why.NOT_ACCEPTED, () -> ACCEPTED.requireEntryBy("wang"));
        refused(Why.NOT_ACCEPTED, () -> ASSIGNED.requireEntryBy("li"));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"UNASSIGNED", "ASSIGNED", "ACCEPTED"})
    void it_is_referred_or_closed_in_whatever_state_it_is(State state) {
        Care care = in(state);
        assertThat(care.refer().state()).isEqualTo(State.REFERRED);
        assertThat(care.close().state()).isEqualTo(State.CLOSED);
    }

    @Property
    void when_it_is_over_nothing_is_done_any_more(@ForAll State state, @ForAll boolean daysAreOver) {
        Care care = in(state);
        List<Consumer<Care>> all = List.of(
                c -> c.assign("li", TOWN, DEADLINE),
                c -> c.accept("li"),
                c -> c.complete(daysAreOver),
                Care::refer,
                Care::close,
                c -> c.requireEntryBy("li"));
        for (var each : all) {
            if (state.isOver()) {
                refused(Why.OVER, () -> each.accept(care));
            }
        }
    }

    @Property
    void whoever_looks_after_it_an_end_keeps_who_it_was_and_where(@ForAll State state) {
        Care care = in(state);
        if (!state.isOver()) {
            assertThat(care.close().assignee()).isEqualTo(care.assignee());
            assertThat(care.refer().areaCode()).isEqualTo(care.areaCode());
        }
    }

    private static Care in(State state) {
        return switch (state) {
            case UNASSIGNED -> QUEUED;
            case ASSIGNED -> ASSIGNED;
            case ACCEPTED -> ACCEPTED;
            case COMPLETED -> ACCEPTED.complete(true);
            case REFERRED -> ACCEPTED.refer();
            case CLOSED -> ACCEPTED.close();
        };
    }

    private static void refused(Why why, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        NotPossible.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
