package io.feverline.simulator.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** How a day's arrivals are spread over its hours. */
public final class ArrivalPattern {

    private static final int HOURS = 24;

    /** Share of the day's arrivals before the end of each hour; the last is 1. */
    private final double[] cumulative;

    private ArrivalPattern(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /** Arrivals that are even over the day. */
    public static ArrivalPattern even() {
        double[] volumes = new double[HOURS];
        Arrays.fill(volumes, 1);
        return ofVolumes(volumes);
    }

    /**
     * The mean day of an hourly traffic record with the columns {@code datetime} ("2016-10-01 05:00:00") and
     * {@code traffic_volume}; rows that cannot be read do not count.
     *
     * @throws IOException when the file cannot be read or holds no usable row
     */
    public static ArrivalPattern read(Path file) throws IOException {
        double[] volumes = new double[HOURS];
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(header).readValues(file.toFile())) {
            while (rows.hasNext()) {
                count(rows.next(), volumes);
            }
        }
        if (Arrays.stream(volumes).sum() <= 0) {
            throw new IOException(file + " has no usable row with datetime and traffic_volume");
        }
        return ofVolumes(volumes);
    }

    private static void count(Map<String, String> row, double[] volumes) {
        String time = row.getOrDefault("datetime", "");
        String volume = row.getOrDefault("traffic_volume", "");
        if (time.matches("\\d{4}-\\d\\d-\\d\\d ([01]\\d|2[0-3]):.*") && volume.matches("\\d{1,9}")) {
            volumes[Integer.parseInt(time.substring(11, 13))] += Integer.parseInt(volume);
        }
    }

    /** From 24 volumes, at least one of them positive. */
    static ArrivalPattern ofVolumes(double[] volumes) {
        double total = Arrays.stream(volumes).sum();
        double[] cumulative = new double[HOURS];
        double before = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            before += volumes[hour];
            cumulative[hour] = hour == HOURS - 1 ? 1 : before / total;
        }
        return new ArrivalPattern(cumulative);
    }

    /**
     * When the arrival that has this share of the day's arrivals before it comes.
     *
     * @param share 0 (inclusive) to 1 (exclusive)
     * @return the part of the day that has passed, 0 to 1
     */
    public double timeOf(double share) {
        int hour = 0;
        while (cumulative[hour] <= share) {
            hour++;
        }
        double before = hour == 0 ? 0 : cumulative[hour - 1];
        return (hour + (share - before) / (cumulative[hour] - before)) / HOURS;
    }
}
