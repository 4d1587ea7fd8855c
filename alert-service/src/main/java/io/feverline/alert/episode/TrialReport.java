package io.feverline.alert.episode;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a draft would have changed: the episodes of a past period under the policies that were in force, and under the
 * draft.
 *
 * @param today under the policies that were in force
 * @param draft under the draft
 * @param gained episodes of the draft without a reading in any of today's: who would have been stopped, and was not
 * @param missed episodes of today without a reading in any of the draft's: who was stopped, and would not have been
 */
public record TrialReport(Side today, Side draft, List<Episode> gained, List<Episode> missed) {

    /**
     * One side's episodes in figures.
     *
     * @param byState how they ended
     * @param rechecks readings that came after an episode's first fever
     */
    public record Side(Map<EpisodeState, Integer> byState, int rechecks) {

        static Side of(List<Episode> episodes) {
            var byState = new EnumMap<EpisodeState, Integer>(EpisodeState.class);
            int rechecks = 0;
            for (Episode episode : episodes) {
                byState.merge(episode.standing().state(), 1, Integer::sum);
                rechecks += episode.readings().size() - 1;
            }
            return new Side(byState, rechecks);
        }

        /** Each has one alert. */
        public int episodes() {
            return byState.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public static TrialReport of(List<Episode> today, List<Episode> draft) {
        return new TrialReport(Side.of(today), Side.of(draft), without(draft, today), without(today, draft));
    }

    private static List<Episode> without(List<Episode> these, List<Episode> others) {
        Set<UUID> known = new HashSet<>();
        others.forEach(episode -> episode.readings().forEach(reading -> known.add(reading.id())));
        return these.stream()
                .filter(episode -> episode.readings().stream().noneMatch(reading -> known.contains(reading.id())))
                .sorted(Comparator.comparing(
                        (Episode episode) -> episode.readings().get(0), Screened.AS_MEASURED))
                .toList();
    }
}
