package io.feverline.registry.journey.rule;

/**
 * A place on earth, WGS 84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Position(double latitude, double longitude) {
    /** The mean radius of the earth, km (IUGG: R1 of GRS 80). */
    private static final double RADIUS = 6_371.0088;

    /**
     * km along the great circle, by the haversine formula (R. W. Sinnott, Virtues of the Haversine, Sky and Telescope
     * 68, 1984): no way is shorter, but for half a percent by which the earth is no sphere.
     */
    double kilometresTo(Position other) {
        double latitudes = Math.toRadians(other.latitude - latitude);
        double longitudes = Math.toRadians(other.longitude - longitude);
        double haversine = haversine(latitudes)
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * haversine(longitudes);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    private static double haversine(double angle) {
        double half = Math.sin(angle / 2);
        return half * half;
    }
}
