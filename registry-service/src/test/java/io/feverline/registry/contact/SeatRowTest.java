package io.feverline.registry.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatRowTest {
    @ParameterizedTest
    @CsvSource({
        "12A, 0, true, 12",
        "12a, 0, true, 12",
        "１２Ａ, 0, true, 12",
        "012A, 0, true, 12",
        "' 12 A ', 0, true, 12",
        "12-A, 0, true, 12",
        "12排3座, 0, true, 12",
        "12排A座, 0, true, 12",
        "12A号, 0, true, 12",
        "05车12A号, 5, true, 12",
        "5车厢12A, 5, true, 12",
        "5-12A, 5, true, 12",
        "1, 0, false, 1",
        "4, 0, false, 1",
        "5, 0, false, 2",
        "48号, 0, false, 12",
        "49座, 0, false, 13"
    })
    void a_seat_is_in_a_row(String seat, int carriage, boolean named, int row) {
        assertThat(SeatRow.of(seat, 4)).isEqualTo(new SeatRow(carriage, named, row));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A", "A12", "0", "0A", "12AB", "1234A", "下铺", "站票", "12A;12B", "-12"})
    void what_names_no_seat_has_no_row(String seat) {
        assertThat(SeatRow.of(seat, 4)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"12A, 12D, 0", "12A, 13A, 1", "12A, 9B, 3", "4, 5, 1", "1, 4, 0", "5车12A, 5车14B, 2"})
    void rows_are_apart(String one, String other, int apart) {
        assertThat(SeatRow.apart(Set.of(one), Set.of(other), 4)).isEqualTo(apart);
    }

    @ParameterizedTest
    @CsvSource({"5车12A, 6车12A", "5车12A, 12A", "12A, 12", "12A, 站票"})
    void what_is_not_counted_alike_is_not_compared(String one, String other) {
        assertThat(SeatRow.apart(Set.of(one), Set.of(other), 4)).isNull();
    }

    @Test
    void of_several_seats_the_nearest_count() {
        assertThat(SeatRow.apart(Set.of("1A", "9A"), Set.of("7A", "20A", "站票"), 4))
                .isEqualTo(2);
    }

    @Test
    void without_a_seat_nothing_is_apart() {
        assertThat(SeatRow.apart(Set.of(), Set.of("7A"), 4)).isNull();
    }

    @Property
    void seats_that_are_numbered_through_fill_one_row_after_the_other(
            @ForAll @IntRange(min = 1, max = 998) int number, @ForAll @IntRange(min = 1, max = 6) int abreast) {
        int step = row("" + (number + 1), abreast) - row("" + number, abreast);
        assertThat(step).isEqualTo(number % abreast == 0 ? 1 : 0);
    }

    @Property
    void no_text_is_too_much(@ForAll String text) {
        @Nullable SeatRow row = SeatRow.of(text, 4);
        assertThat(row == null ? 1 : row.row()).isPositive();
    }

    private static int row(String seat, int abreast) {
        SeatRow row = SeatRow.of(seat, abreast);
        return row == null ? 0 : row.row();
    }
}
