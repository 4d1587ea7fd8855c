package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times and days in paths and query parameters. */
public final class Times {
    private Times() {}

    /**
     * The time that an RFC 3339 text means; null of null. A plus that was sent without its escape, and so arrives as a
     * space, is taken for the plus. Years have four digits (RFC 3339, section 5.6): databases do not know all of
     * Java's.
     *
     * @throws Rejection if it is none
     */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // falls through to the answer below
        }
        throw new Rejection(
                Reason.UNREADABLE_TIME,
                "时间须如 2020-01-26T08:00:00+08:00 / a time is written like 2020-01-26T08:00:00+08:00");
    }

    /**
     * The day that a text such as 2020-01-26 means.
     *
     * @throws Rejection if it is none
     */
    public static LocalDate day(@Nullable String text) {
        try {
            if (text != null && text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // falls through to the answer below
        }
        throw new Rejection(Reason.UNREADABLE_TIME, "日期须如 2020-01-26 / a day is written like 2020-01-26");
    }
}
