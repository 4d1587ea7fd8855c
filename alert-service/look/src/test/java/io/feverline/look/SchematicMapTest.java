package io.feverline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.feverline.look.SchematicMap.Labelled;
import io.feverline.look.SchematicMap.Mark;
import io.feverline.look.SchematicMap.Place;
import io.feverline.look.SchematicMap.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchematicMapTest {
    private static Place at(double latitude, double longitude) {
        return named("卡口", latitude, longitude);
    }

    private static Place named(String label, double latitude, double longitude) {
        return new Place(new Position(latitude, longitude), label, label, "well", null);
    }

    @Test
    void north_is_up_and_east_is_right() {
        List<Mark> marks = SchematicMap.of(List.of(at(27.1, 114.0), at(27.0, 114.1)), List.of())
                .marks();

        assertThat(marks.get(0).y()).isLessThan(marks.get(1).y());
        assertThat(marks.get(0).x()).isLessThan(marks.get(1).x());
    }

    @Test
    void a_kilometre_is_as_long_to_the_east_as_to_the_north() {
        double kilometre = 1 / 111.195;
        double eastwards = kilometre / Math.cos(Math.toRadians(60));
        List<Mark> marks = SchematicMap.of(
                        List.of(at(60, 20), at(60 + kilometre, 20), at(60, 20 + eastwards)), List.of())
                .marks();

        assertThat(marks.get(0).y() - marks.get(1).y())
                .isCloseTo(marks.get(2).x() - marks.get(0).x(), within(2));
    }

    @Test
    void all_of_it_lies_within_the_drawing() {
        SchematicMap map = SchematicMap.of(
                IntStream.range(0, 50)
                        .mapToObj(i -> at(27 + i * 0.017 % 0.3, 114 + i * 0.031 % 0.9))
                        .toList(),
                List.of());

        assertThat(map.marks()).allSatisfy(mark -> {
            assertThat(mark.x()).isBetween(0, SchematicMap.WIDTH);
            assertThat(mark.y()).isBetween(0, map.height());
        });
    }

    @Test
    void places_above_each_other_make_no_endless_drawing() {
        SchematicMap map = SchematicMap.of(List.of(at(27, 114), at(28, 114)), List.of());

        assertThat(map.height()).isLessThanOrEqualTo(560);
    }

    @Test
    void one_place_alone_is_in_the_middle() {
        SchematicMap map = SchematicMap.of(List.of(at(27, 114)), List.of());

        assertThat(map.marks())
                .extracting(Mark::x, Mark::y)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(SchematicMap.WIDTH / 2, map.height() / 2));
    }

    @Test
    void one_place_alone_has_no_scale() {
        assertThat(SchematicMap.of(List.of(at(27, 114)), List.of()).scale()).isNull();
    }

    @Test
    void no_place_is_an_empty_drawing() {
        assertThat(SchematicMap.of(List.of(), List.of()).marks()).isEmpty();
    }

    @Test
    void the_scale_is_as_long_as_it_says() {
        double kilometre = 1 / 111.195;
        SchematicMap map = SchematicMap.of(List.of(at(27, 114), at(27 + 10 * kilometre, 114)), List.of());
        int tenKilometres = map.marks().get(0).y() - map.marks().get(1).y();

        SchematicMap.Scale scale = java.util.Objects.requireNonNull(map.scale());
        assertThat(scale.length() * 10.0 / Double.parseDouble(scale.kilometres()))
                .isCloseTo(tenKilometres, within(10.0));
    }

    @Test
    void a_label_that_would_lie_on_another_is_left_out() {
        List<Mark> marks = SchematicMap.of(
                        List.of(named("甲镇卡口", 27, 114), named("乙镇卡口", 27.0001, 114.00001), at(27.1, 114.2)), List.of())
                .marks();

        assertThat(marks)
                .extracting(Mark::labelled)
                .containsSubsequence(Labelled.NOWHERE)
                .contains(Labelled.EVERYWHERE);
    }

    @Test
    void a_label_on_the_right_stands_to_the_left_of_its_place() {
        List<Mark> marks =
                SchematicMap.of(List.of(at(27, 114), at(27, 115)), List.of()).marks();

        assertThat(marks).extracting(Mark::isLeft).containsExactly(false, true);
    }

    @Test
    void a_way_goes_through_its_places_in_order() {
        SchematicMap map = SchematicMap.of(
                List.of(at(27, 114), at(27, 115)), List.of(new Position(27, 115), new Position(27, 114)));

        Mark west = map.marks().get(0);
        Mark east = map.marks().get(1);
        assertThat(map.way()).isEqualTo(east.x() + "," + east.y() + " " + west.x() + "," + west.y());
    }
}
