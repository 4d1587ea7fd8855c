package io.feverline.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Places as they lie to each other, for {@code look/map}: no tiles, north is up. A county is small enough for a degree
 * of longitude to be as long everywhere in it (equirectangular projection about the mean latitude).
 *
 * @param height in the drawing's units, of which it is {@link #WIDTH} wide
 * @param way the points of a line through places, in the order they were come to; empty for none
 * @param scale how long a round distance is; null where all is in one place
 */
public record SchematicMap(
        int height, List<Mark> marks, String way, @Nullable Scale scale) {
    /** How wide the drawing is, in its units. */
    public static final int WIDTH = 640;

    private static final int HIGHEST = 560;
    private static final int LOWEST = 200;
    private static final int MARGIN = 48;
    private static final double KILOMETRES_PER_DEGREE = 6371.0088 * Math.PI / 180;
    /** All nearer to each other than this are in one place. */
    private static final double ONE_PLACE = 0.005;

    private static final int TEXT = 14;
    /** On a phone, where the drawing is half as wide, the style sheet makes text this large. */
    private static final int PHONE_TEXT = 24;

    /** Degrees, WGS 84. */
    public record Position(double latitude, double longitude) {}

    /**
     * What stands somewhere.
     *
     * @param label a few characters beside it
     * @param title all that there is to say of it
     * @param look its colour and shape, by the severities' names or {@code well}
     * @param href where it leads; null for nowhere
     */
    public record Place(
            Position position,
            String label,
            String title,
            String look,
            @Nullable String href) {}

    /**
     * A place in the drawing.
     *
     * @param labelled where there is room for its label
     */
    public record Mark(int x, int y, Place place, Labelled labelled) {
        /** Whether the label stands to the left, as it would leave the drawing on the right. */
        public boolean isLeft() {
            return x > WIDTH * 2 / 3;
        }
    }

    /** Where there is room for a label. */
    public enum Labelled {
        EVERYWHERE,
        WIDE,
        NOWHERE
    }

    /**
     * A round distance.
     *
     * @param length in the drawing's units
     */
    public record Scale(String kilometres, int length) {}

    /** These places, and a way through positions. */
    public static SchematicMap of(List<Place> places, List<Position> way) {
        List<Position> all = new ArrayList<>(way);
        places.forEach(place -> all.add(place.position()));
        var projection = Projection.around(all);
        return new SchematicMap(
                projection.height(),
                marks(places, projection),
                way.stream()
                        .map(position -> projection.x(position) + "," + projection.y(position))
                        .collect(Collectors.joining(" ")),
                projection.scale());
    }

    public int width() {
        return WIDTH;
    }

    /** Labels that would lie on another are left out, first of all where text is large. */
    private static List<Mark> marks(List<Place> places, Projection projection) {
        List<Mark> marks = places.stream()
                .map(place -> new Mark(
                        projection.x(place.position()), projection.y(place.position()), place, Labelled.NOWHERE))
                .toList();
        List<Mark> everywhere = fitting(marks, List.of(), PHONE_TEXT);
        List<Mark> wide = fitting(marks, everywhere, TEXT);
        return marks.stream()
                .map(mark -> new Mark(
                        mark.x(),
                        mark.y(),
                        mark.place(),
                        everywhere.contains(mark)
                                ? Labelled.EVERYWHERE
                                : wide.contains(mark) ? Labelled.WIDE : Labelled.NOWHERE))
                .toList();
    }

    private static List<Mark> fitting(List<Mark> marks, List<Mark> standing, int text) {
        List<Box> taken = new ArrayList<>();
        marks.forEach(mark -> taken.add(Box.around(mark)));
        standing.forEach(mark -> taken.add(Box.label(mark, text)));
        List<Mark> fitting = new ArrayList<>();
        for (Mark mark : marks) {
            Box label = Box.label(mark, text);
            if (!standing.contains(mark) && label.isInside() && taken.stream().noneMatch(label::overlaps)) {
                taken.add(label);
                fitting.add(mark);
            }
        }
        return fitting;
    }

    /** A part of the drawing. */
    private record Box(int left, int top, int right, int bottom) {
        /** The mark itself, somewhat smaller than the distance that its label keeps. */
        static Box around(Mark mark) {
            return new Box(mark.x() - 8, mark.y() - 8, mark.x() + 8, mark.y() + 8);
        }

        static Box label(Mark mark, int text) {
            int length = (int) Math.ceil(mark.place()
                            .label()
                            .codePoints()
                            .mapToDouble(character -> Character.isIdeographic(character) ? 1 : 0.6)
                            .sum()
                    * text);
            int left = mark.isLeft() ? mark.x() - 12 - length : mark.x() + 12;
            return new Box(left, mark.y() - text / 2, left + length, mark.y() + text / 2);
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= 0 && right <= WIDTH;
        }
    }

    /**
     * From positions to the drawing.
     *
     * @param unit the drawing's units of a degree of latitude
     * @param shrink how long a degree of longitude is of one of latitude
     * @param middle what is in the middle of the drawing
     */
    private record Projection(int height, double unit, double shrink, Position middle) {
        static Projection around(List<Position> positions) {
            var latitudes = positions.stream().mapToDouble(Position::latitude).summaryStatistics();
            var longitudes = positions.stream().mapToDouble(Position::longitude).summaryStatistics();
            if (positions.isEmpty()) {
                return new Projection(LOWEST, 0, 1, new Position(0, 0));
            }
            double shrink = Math.cos(Math.toRadians(latitudes.getAverage()));
            double high = latitudes.getMax() - latitudes.getMin();
            double broad = (longitudes.getMax() - longitudes.getMin()) * shrink;
            var middle = new Position(
                    (latitudes.getMax() + latitudes.getMin()) / 2, (longitudes.getMax() + longitudes.getMin()) / 2);
            if (Math.max(high, broad) < ONE_PLACE / KILOMETRES_PER_DEGREE) {
                return new Projection(LOWEST, 0, shrink, middle);
            }
            double unit = Math.min((WIDTH - 2 * MARGIN) / broad, (HIGHEST - 2 * MARGIN) / high);
            int height = Math.max(LOWEST, (int) Math.ceil(high * unit) + 2 * MARGIN);
            return new Projection(height, unit, shrink, middle);
        }

        int x(Position position) {
            return (int) Math.round(WIDTH / 2.0 + (position.longitude() - middle.longitude()) * shrink * unit);
        }

        int y(Position position) {
            return (int) Math.round(height / 2.0 - (position.latitude() - middle.latitude()) * unit);
        }

        /** The longest of 1, 2, 5, 10 … that takes at most a quarter of the width. */
        @Nullable
        Scale scale() {
            if (unit == 0) {
                return null;
            }
            double longest = WIDTH / 4.0 / unit * KILOMETRES_PER_DEGREE;
            double power = Math.pow(10, Math.floor(Math.log10(longest)));
            double first = longest / power;
            double kilometres = power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
            String text = kilometres < 1 ? Double.toString(kilometres) : Integer.toString((int) kilometres);
            return new Scale(text, (int) Math.round(kilometres / KILOMETRES_PER_DEGREE * unit));
        }
    }
}
