package io.feverline.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The simulator's ledger as it stands at a moment, also while it is written. */
record Ledger(Collection<Line> lines) {
    /**
     * What became of one reading.
     *
     * @param sentAt when the gateway took it and first tried to send it
     * @param judged the temperature that a policy judges, m°C
     */
    record Line(UUID id, Instant sentAt, String outcome, int judged, String person) {
        static Line of(String text) {
            String[] cells = text.split(",", -1);
            return new Line(
                    UUID.fromString(cells[0]), Instant.parse(cells[1]), cells[2], Integer.parseInt(cells[4]), cells[7]);
        }

        boolean ok() {
            return outcome.equals("ok");
        }
    }

    /** Per reading the last line counts; one that is only half written does not yet. */
    static Ledger read(Path file) {
        Map<UUID, Line> lines = new LinkedHashMap<>();
        text(file).lines().skip(1).map(Line::of).forEach(line -> lines.put(line.id(), line));
        return new Ledger(List.copyOf(lines.values()));
    }

    private static String text(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ledger where(Predicate<Line> which) {
        return new Ledger(lines.stream().filter(which).toList());
    }

    Ledger takenBetween(Instant from, Instant until) {
        return where(line -> line.sentAt().isAfter(from) && line.sentAt().isBefore(until));
    }

    int size() {
        return lines.size();
    }

    long people() {
        return lines.stream().map(Line::person).distinct().count();
    }

    List<UUID> ids() {
        return lines.stream().map(Line::id).toList();
    }
}
