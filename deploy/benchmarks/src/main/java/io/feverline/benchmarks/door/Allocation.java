package io.feverline.benchmarks.door;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a process allocated within a span of time, by its JFR recording. How much is exact to one young generation, as
 * what each collection found was allocated since the one before; of what and where is sampled.
 *
 * @param bytes all together
 * @param kinds bytes by class
 * @param places bytes by the innermost method that is not the JDK's
 */
record Allocation(long bytes, Map<String, Long> kinds, Map<String, Long> places) {
    private static final int SHOWN = 6;

    /** A span of time, its ends as the recorded process's clock has them. */
    record Span(Instant from, Instant to) {
        private boolean holds(RecordedEvent event) {
            return !event.getStartTime().isBefore(from) && event.getStartTime().isBefore(to);
        }
    }

    /** What was allocated within any of the spans. */
    static Allocation within(List<Span> spans, Path recording) throws IOException {
        long bytes = 0;
        long kept = 0;
        var kinds = new HashMap<String, Long>();
        var places = new HashMap<String, Long>();
        for (RecordedEvent event : sorted(recording)) {
            boolean counts = spans.stream().anyMatch(span -> span.holds(event));
            if (event.getEventType().getName().equals("jdk.GCHeapSummary")) {
                long used = event.getLong("heapUsed");
                if (event.getString("when").equals("Before GC")) {
                    bytes += counts ? used - kept : 0;
                } else {
                    kept = used;
                }
            } else if (counts) {
                long weight = event.getLong("weight");
                kinds.merge(event.getClass("objectClass").getName(), weight, Long::sum);
                places.merge(place(event.getStackTrace()), weight, Long::sum);
            }
        }
        return new Allocation(bytes, kinds, places);
    }

    /** A recording has them by thread. */
    private static List<RecordedEvent> sorted(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> switch (event.getEventType().getName()) {
                    case "jdk.GCHeapSummary", "jdk.ObjectAllocationSample" -> true;
                    default -> false;
                })
                .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                .toList();
    }

    private static String place(RecordedStackTrace stack) {
        return stack == null
                ? "?"
                : stack.getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName()
                                + '.'
                                + frame.getMethod().getName())
                        .filter(method -> !method.startsWith("java."))
                        .findFirst()
                        .orElse("?");
    }

    /** The whole for each of so many, and the kinds and places with the largest shares. */
    String each(double count) {
        return String.format(
                Locale.ROOT,
                "%,.0f B allocated each%n    of %s%n    in %s",
                bytes / count,
                largest(kinds),
                largest(places));
    }

    private static String largest(Map<String, Long> shares) {
        double all = shares.values().stream().mapToLong(Long::longValue).sum();
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .map(share -> String.format(Locale.ROOT, "%s %.0f %%", share.getKey(), 100 * share.getValue() / all))
                .collect(Collectors.joining(", "));
    }
}
