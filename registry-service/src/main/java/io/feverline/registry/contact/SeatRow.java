package io.feverline.registry.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The row of a seat. {@code 12A}, {@code 12-A}, {@code 12排3座} name the row itself; a mere number, as coaches have, is a
 * seat's, and seats are numbered through from the front. {@code 05车12A号} is in the fifth carriage of a train.
 *
 * @param carriage 0 when none is named
 * @param named whether the seat names its row; rows that were counted are not compared with rows that were named
 * @param row from the front, from 1
 */
record SeatRow(int carriage, boolean named, int row) {
    private static final Pattern SEAT =
            Pattern.compile("(?:([0-9]{1,2})(?:车厢?|-))?([0-9]{1,3})(-?[A-Z]|排[0-9A-Z]{0,3})?(?:号座?|座)?");

    /** The row of a seat as a device tells it, in whatever width and case; null when it tells none. */
    static @Nullable SeatRow of(String seat, int seatsAbreast) {
        Matcher parts = SEAT.matcher(Normalizer.normalize(seat, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", ""));
        if (!parts.matches()) {
            return null;
        }
        int carriage = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        int number = Integer.parseInt(parts.group(2));
        if (number == 0) {
            return null;
        }
        return parts.group(3) == null
                ? new SeatRow(carriage, false, 1 + (number - 1) / seatsAbreast)
                : new SeatRow(carriage, true, number);
    }

    /** How many rows apart the nearest two of some seats are; null when that cannot be told. */
    static @Nullable Integer apart(Set<String> some, Set<String> others, int seatsAbreast) {
        Integer least = null;
        for (String one : some) {
            SeatRow row = of(one, seatsAbreast);
            for (String other : others) {
                Integer apart = row == null ? null : row.apart(of(other, seatsAbreast));
                if (apart != null && (least == null || apart < least)) {
                    least = apart;
                }
            }
        }
        return least;
    }

    private @Nullable Integer apart(@Nullable SeatRow other) {
        return other == null || other.carriage != carriage || other.named != named ? null : Math.abs(other.row - row);
    }
}
