package io.feverline.simulator.people;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A county that travellers come from.
 *
 * @param areaCode GB/T 2260 code
 * @param platePrefix the plates issued there
 * @param weight share of arrivals, relative
 */
public record Place(String areaCode, String platePrefix, int weight) {

    /**
     * Shangli and its neighbours on both sides of the border of Jiangxi and Hunan, the provincial capitals, and Hubei.
     * The weights are a scenario, not a measurement: mostly local traffic with a visible share from Hubei.
     */
    public static final List<Place> ALL = List.of(
            new Place("360322", "赣J", 34),
            new Place("360302", "赣J", 14),
            new Place("360313", "赣J", 6),
            new Place("360323", "赣J", 5),
            new Place("360102", "赣A", 6),
            new Place("360902", "赣C", 5),
            new Place("430281", "湘B", 8),
            new Place("430181", "湘A", 6),
            new Place("430102", "湘A", 5),
            new Place("440305", "粤B", 3),
            new Place("330106", "浙A", 2),
            new Place("420106", "鄂A", 3),
            new Place("420111", "鄂A", 2),
            new Place("420802", "鄂H", 1));

    private static final int TOTAL = ALL.stream().mapToInt(Place::weight).sum();

    /** One of them, by weight. */
    public static Place draw(RandomGenerator random) {
        int left = random.nextInt(TOTAL);
        for (Place place : ALL) {
            left -= place.weight;
            if (left < 0) {
                return place;
            }
        }
        throw new AssertionError("the weights sum to " + TOTAL);
    }
}
