package io.feverline.alert.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the one who leaves tells the one who comes.
 *
 * @param unitName the unit's at that time, like its area
 * @param from who leaves, by the subject of their token
 * @param to who is expected; null when that was not known
 * @param work what was to be done then
 * @param acceptedBy who came; null as long as nobody has accepted it
 */
public record Handover(
        UUID id,
        UUID unitId,
        String unitName,
        String areaCode,
        String from,
        @Nullable String to,
        String note,
        Instant writtenAt,
        Work work,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy) {

    /**
     * What was to be done in the unit's area. Historic alerts that nobody has touched are not.
     *
     * @param open alerts that nobody has acknowledged
     * @param referred travellers who were sent to a clinic and are not there yet
     * @param overdue how many of these should have been
     * @param alerts all of these alerts' ids, the newest first; at most 500
     * @param clusters that one of the alerts is in; at most 500
     */
    public record Work(int open, int acknowledged, int referred, int overdue, List<UUID> alerts, List<UUID> clusters) {}
}
