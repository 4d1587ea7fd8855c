package io.feverline.alert.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.roster.Handover;
import io.feverline.alert.roster.HandoverQuery;
import io.feverline.alert.roster.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as an opaque word. */
public final class Cursor {

    private Cursor() {}

    /** The place of an alert in the order of alerts. */
    public static String of(Alert last) {
        return of(last.openedAt(), last.id());
    }

    static String of(Instant time, UUID id) {
        return word(time.toString(), id);
    }

    /**
     * The place that a cursor names.
     *
     * @throws ProblemException 400 if it is no cursor of ours
     */
    public static Position parse(String cursor) {
        return place(cursor, (order, id) -> new Position(Instant.parse(order), id));
    }

    /** Where the next page of units begins; null after the last. */
    static @Nullable String ofUnits(List<Unit> units, int limit) {
        if (units.size() <= limit) {
            return null;
        }
        Unit last = units.get(limit - 1);
        return word(last.areaCode(), last.id());
    }

    static RosterStore.@Nullable Position parseUnit(@Nullable String cursor) {
        return cursor == null ? null : place(cursor, RosterStore.Position::new);
    }

    /** Where the next page of hand-overs begins; null after the last. */
    static @Nullable String ofHandovers(List<Handover> handovers, int limit) {
        if (handovers.size() <= limit) {
            return null;
        }
        Handover last = handovers.get(limit - 1);
        return word(last.writtenAt().toString(), last.id());
    }

    static HandoverQuery.@Nullable Position parseHandover(@Nullable String cursor) {
        return cursor == null
                ? null
                : place(cursor, (order, id) -> new HandoverQuery.Position(Instant.parse(order), id));
    }

    private static String word(String order, UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((order + " " + id).getBytes(UTF_8));
    }

    private static <P> P place(String cursor, BiFunction<String, UUID, P> meaning) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            if (place.length == 2) {
                return meaning.apply(place[0], UUID.fromString(place[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.invalidParameter("cursor", "不是列表给出的游标 / is not a cursor that a page gave");
        }
        throw Problems.invalidParameter("cursor", "不是列表给出的游标 / is not a cursor that a page gave");
    }
}
