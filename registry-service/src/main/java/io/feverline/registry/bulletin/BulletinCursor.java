package io.feverline.registry.bulletin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/** The place in the list of bulletins, newest day first, after which the next page starts. */
public record BulletinCursor(LocalDate day, String area) {
    /** The place before all. */
    public static final BulletinCursor START = new BulletinCursor(LocalDate.of(9999, 12, 31), "");

    /**
     * The cursor of which {@link #text} is the text.
     *
     * @throws Rejection if it is none
     */
    public static BulletinCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new BulletinCursor(LocalDate.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }

    /** For a URL. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((day + " " + area).getBytes(UTF_8));
    }
}
