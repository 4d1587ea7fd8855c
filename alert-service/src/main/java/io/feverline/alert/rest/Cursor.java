package io.feverline.alert.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended, as an opaque word. */
final class Cursor {

    private Cursor() {}

    static String of(Alert last) {
        return of(last.openedAt(), last.id());
    }

    static String of(Instant time, UUID id) {
        String place = time + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    /**
     * The place that a cursor names.
     *
     * @throws ProblemException 400 if it is no cursor of ours
     */
    static Position parse(String cursor) {
        try {
            String[] place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            if (place.length == 2) {
                return new Position(Instant.parse(place[0]), UUID.fromString(place[1]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.invalidParameter("cursor", "不是列表给出的游标 / is not a cursor that a page gave");
        }
        throw Problems.invalidParameter("cursor", "不是列表给出的游标 / is not a cursor that a page gave");
    }
}
