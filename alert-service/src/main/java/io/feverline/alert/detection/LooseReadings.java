package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings of travellers without an episode, of those who were measured last. They are kept as the bytes that they came
 * as, one object each: of a hundred one is ever looked at again, and whatever is kept of the others is what the
 * collector moves about. It is no store, as it is not worth a changelog.
 */
final class LooseReadings {
    /**
     * A traveller has some 500 bytes. At ten travellers a second in six partitions, those of fifty minutes: a recheck is
     * waited for thirty.
     */
    private static final int MOST_TRAVELLERS = 5_000;

    private final Map<String, List<byte[]>> byKey = new LeastRecentlyUsed();

    private static final class LeastRecentlyUsed extends LinkedHashMap<String, List<byte[]>> {
        private static final long serialVersionUID = 1;
        private static final int FIRST_CAPACITY = 16;
        private static final float LOAD = 0.75f;

        LeastRecentlyUsed() {
            super(FIRST_CAPACITY, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<byte[]>> eldest) {
            return size() > MOST_TRAVELLERS;
        }
    }

    void keep(String key, byte[] reading) {
        List<byte[]> before = byKey.put(key, List.of(reading));
        if (before != null) {
            List<byte[]> all = new ArrayList<>(
                    before.subList(Math.max(0, before.size() - EpisodeBook.MOST_LOOSE + 1), before.size()));
            all.add(reading);
            byKey.put(key, all);
        }
    }

    /** In the order in which they came. */
    List<byte[]> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    void forget(String key) {
        byKey.remove(key);
    }
}
