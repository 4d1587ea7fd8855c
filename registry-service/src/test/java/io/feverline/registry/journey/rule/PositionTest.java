package io.feverline.registry.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PositionTest {
    private static final Position SHANGLI = new Position(27.88, 113.79);
    private static final double HALF_A_CIRCUMFERENCE = 20_015.1;

    @Test
    void a_place_is_not_away_from_itself() {
        assertThat(SHANGLI.kilometresTo(SHANGLI)).isZero();
    }

    @Test
    void a_degree_of_latitude_is_111_km() {
        assertThat(SHANGLI.kilometresTo(new Position(28.88, 113.79))).isCloseTo(111.195, within(0.01));
    }

    @Test
    void degrees_of_longitude_are_shorter_away_from_the_equator() {
        assertThat(new Position(60, 0).kilometresTo(new Position(60, 1))).isCloseTo(55.597, within(0.01));
    }

    @Test
    void across_the_date_line_it_is_not_far() {
        assertThat(new Position(0, 179.5).kilometresTo(new Position(0, -179.5))).isCloseTo(111.195, within(0.01));
    }

    @Test
    void the_other_side_of_the_earth_is_half_a_circumference_away() {
        assertThat(SHANGLI.kilometresTo(new Position(-27.88, -66.21))).isCloseTo(HALF_A_CIRCUMFERENCE, within(0.1));
    }

    @Test
    void it_is_as_far_there_as_back() {
        var wuhan = new Position(30.59, 114.31);

        assertThat(SHANGLI.kilometresTo(wuhan)).isEqualTo(wuhan.kilometresTo(SHANGLI));
    }
}
