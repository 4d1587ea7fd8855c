package io.feverline.alert.detection;

import io.feverline.alert.device.Seen;
import io.feverline.alert.device.Slot;
import io.feverline.alert.device.Temperatures;
import io.feverline.alert.state.DeviceSeen;
import io.feverline.alert.state.SlotFacts;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen of devices, from the words of its record to what it means here. */
final class SeenEvents {

    private SeenEvents() {}

    static Seen seen(DeviceSeen facts) {
        var minutes = new TreeMap<Instant, Slot>();
        for (SlotFacts slot : facts.getMinutes()) {
            minutes.merge(
                    slot.getStart(),
                    slot(
                            slot.getReadings(),
                            slot.getFevers(),
                            slot.getLowest(),
                            slot.getHighest(),
                            slot.getSteps(),
                            slot.getCounts()),
                    Slot::plus);
        }
        return new Seen(
                facts.getDeviceId(),
                facts.getFirstHeardAt(),
                facts.getLastHeardAt(),
                facts.getLastReadingAt(),
                facts.getBootId(),
                facts.getClockAhead(),
                facts.getReadingsAhead(),
                minutes);
    }

    static Slot slot(
            int readings,
            int fevers,
            @Nullable Integer lowest,
            @Nullable Integer highest,
            List<Integer> steps,
            List<Integer> counts) {
        SortedMap<Integer, Integer> temperatures = new TreeMap<>();
        for (int i = 0; i < Math.min(steps.size(), counts.size()); i++) {
            temperatures.merge(steps.get(i), counts.get(i), Integer::sum);
        }
        return new Slot(
                readings,
                fevers,
                lowest == null ? Slot.EMPTY.lowest() : lowest,
                highest == null ? Slot.EMPTY.highest() : highest,
                new Temperatures(temperatures));
    }
}
