package io.feverline.registry.events.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.registry.events.csv.Sheet.Entry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final Known<Thing> stock = new Shelf(Map.of("north", new Thing("north", "stored", 4)));

    @Test
    void a_row_adds_changes_or_says_what_is_there() {
        var plan = plan(List.of(entry(2, "south", "x", null), entry(3, "north", "stored", null)));

        assertThat(plan.report()).isEqualTo(new Report(2, 1, 0, 1, 0, List.of()));
        assertThat(plan.rows()).containsExactly(new Thing("south", "x", 0));
    }

    @Test
    void a_row_that_says_something_else_is_the_next_version() {
        var plan = plan(List.of(entry(2, "north", "other", null)));

        assertThat(plan.report().changed()).isEqualTo(1);
        assertThat(plan.rows()).containsExactly(new Thing("north", "other", 5));
    }

    @Test
    void a_row_of_the_version_that_is_stored_is_taken() {
        assertThat(plan(List.of(entry(2, "north", "other", 4L))).report().changed())
                .isEqualTo(1);
    }

    @Test
    void what_has_changed_since_it_was_exported_is_bad() {
        assertFault(entry(2, "north", "other", 3L), "version");
    }

    @Test
    void what_was_exported_and_is_not_there_is_bad() {
        assertFault(entry(2, "gone", "x", 0L), "version");
    }

    @Test
    void an_id_stands_once() {
        var plan = plan(List.of(entry(2, "south", "x", null), entry(5, "south", "y", null)));

        assertThat(plan.report().faults()).extracting(Fault::line).containsExactly(5);
    }

    @Test
    void what_cannot_be_is_bad() {
        assertFault(entry(2, "south", "impossible", null), "name");
    }

    @Test
    void a_row_is_bad_once_however_much_is_wrong_with_it() {
        var faults = List.of(new Fault(3, "b", "x"), new Fault(3, "a", "x"), new Fault(2, null, "x"));

        var report = Plan.of(new Sheet<>(List.of(), faults), stock).report();

        assertThat(report.bad()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.faults()).extracting(Fault::line).containsExactly(2, 3, 3);
    }

    @Test
    void the_first_thousand_faults_are_told_and_all_are_counted() {
        var faults = IntStream.range(0, 1_500)
                .mapToObj(i -> new Fault(i + 2, "id", "x"))
                .toList();

        var report = Plan.of(new Sheet<>(List.of(), faults), stock).report();

        assertThat(report.bad()).isEqualTo(1_500);
        assertThat(report.faults()).hasSize(1_000);
    }

    private void assertFault(Entry<Thing> entry, String column) {
        var plan = plan(List.of(entry));

        assertThat(plan.rows()).isEmpty();
        assertThat(plan.report().faults())
                .extracting(Fault::line, Fault::column)
                .containsExactly(tuple(entry.line(), column));
    }

    private Plan<Thing> plan(List<Entry<Thing>> entries) {
        return Plan.of(new Sheet<>(entries, List.of()), stock);
    }

    private static Entry<Thing> entry(int line, String id, String name, @Nullable Long version) {
        return new Entry<>(line, new Thing(id, name, 0), version);
    }

    private record Thing(String id, String name, long version) implements Versioned<Thing> {
        @Override
        public boolean says(Thing other) {
            return name.equals(other.name);
        }

        @Override
        public Thing after(Thing before) {
            return new Thing(id, name, before.version + 1);
        }
    }

    private record Shelf(Map<String, Thing> things) implements Known<Thing> {
        @Override
        public @Nullable Thing stored(Thing row) {
            return things.get(row.id());
        }

        @Override
        public @Nullable Refusal refusal(Thing row) {
            return row.name().equals("impossible") ? new Refusal("name", new IllegalStateException("x")) : null;
        }
    }
}
