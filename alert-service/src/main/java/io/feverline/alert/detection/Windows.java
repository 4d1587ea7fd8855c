package io.feverline.alert.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Which books to look at when: those in which a recheck is waited for, by the end of the wait. */
final class Windows {
    private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparing(End::at));

    private record End(Instant at, String key) {}

    /** Notes that a book has to be looked at then. */
    void note(@Nullable Instant end, String key) {
        if (end != null) {
            ends.add(new End(end, key));
        }
    }

    /** The keys of the books that are to be looked at now; they are no longer noted. */
    List<String> endedBy(Instant now) {
        var ended = new ArrayList<String>();
        for (End next = ends.peek(); next != null && !next.at().isAfter(now); next = ends.peek()) {
            ended.add(next.key());
            ends.remove();
        }
        return ended;
    }
}
