package io.feverline.alert.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What past readings come to when they are judged so: the episodes that detection would have told of, found at one
 * place and without being told. Takes readings in any order. Not for use by several threads.
 */
public final class Trial {
    private static final String TRAVELLER = "traveller/";

    /**
     * Travellers without a fever are remembered for one that was read later: it may be in another partition's backlog.
     */
    private static final int MOST_WITHOUT_EPISODE = 50_000;

    private final int mostEpisodes;
    private final Map<String, EpisodeBook> books = new HashMap<>();
    private final Map<UUID, String> keys = new HashMap<>();
    private final List<Screened> waiting = new ArrayList<>();
    private final Map<String, EpisodeBook> withoutEpisode = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EpisodeBook> eldest) {
            return size() > MOST_WITHOUT_EPISODE;
        }
    };

    /** @param mostEpisodes more than these nobody could look at, and memory would not hold */
    public Trial(int mostEpisodes) {
        this.mostEpisodes = mostEpisodes;
    }

    /**
     * Takes in a reading.
     *
     * @return false when there are too many episodes to go on
     */
    public boolean take(Screened reading) {
        if (reading.traveller() == null && reading.recheckOf() == null && !reading.isFever()) {
            return true;
        }
        if (reading.recheckOf() != null && !keys.containsKey(reading.recheckOf())) {
            waiting.add(reading);
        } else {
            take(key(reading), reading);
        }
        return books.size() <= mostEpisodes && waiting.size() <= mostEpisodes;
    }

    private void take(String key, Screened reading) {
        EpisodeBook book = books.getOrDefault(key, withoutEpisode.getOrDefault(key, EpisodeBook.EMPTY));
        EpisodeBook.Decision decision = book.take(reading);
        if (decision.book().episodes().isEmpty()) {
            withoutEpisode.put(key, decision.book());
        } else {
            books.put(key, decision.book());
            withoutEpisode.remove(key);
            decision.changes()
                    .forEach(change -> keys.putIfAbsent(change.reading().id(), key));
        }
    }

    private String key(Screened reading) {
        String own = reading.traveller() == null ? "reading/" + reading.id() : TRAVELLER + reading.traveller();
        String home = reading.recheckOf() == null ? null : keys.get(reading.recheckOf());
        return home != null && mayBeIn(home, own, reading.traveller()) ? home : own;
    }

    private static boolean mayBeIn(String home, String own, @Nullable String traveller) {
        return traveller == null || home.equals(own) || !home.startsWith(TRAVELLER);
    }

    /** The episodes, when nobody is rechecked any more. */
    public List<Episode> episodes() {
        takeWaiting();
        var all = new ArrayList<Episode>();
        for (EpisodeBook book : books.values()) {
            all.addAll(book.endWindows(Instant.MAX).book().episodes());
        }
        return all;
    }

    /** Rechecks that were read before what they name; in the end those that name nothing known stand for themselves. */
    private void takeWaiting() {
        boolean found = true;
        while (found) {
            List<Screened> known = waiting.stream()
                    .filter(recheck -> keys.containsKey(recheck.recheckOf()))
                    .toList();
            known.forEach(recheck -> take(key(recheck), recheck));
            found = waiting.removeAll(Set.copyOf(known));
        }
        waiting.forEach(recheck -> take(key(recheck), recheck));
        waiting.clear();
    }
}
