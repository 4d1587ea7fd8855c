package io.feverline.registry.console;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.report.rule.ShiftPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What forms send, held to the same rules as the API's bodies. Days and times are the county's. */
@ApplicationScoped
public class Forms {
    private final Validator validator;

    Forms(Validator validator) {
        this.validator = validator;
    }

    /**
     * What was sent, when it is valid.
     *
     * @throws ConstraintViolationException if it is not
     */
    public <T> T valid(T body) {
        var violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return body;
    }

    /** What was typed; null for nothing. */
    public static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The same where something has to be; empty for nothing, which is not valid. */
    public static String needed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /**
     * The number of a field; null of an empty one.
     *
     * @throws BadRequestException if it is none, which no browser sends
     */
    public static @Nullable BigDecimal number(@Nullable String typed) {
        try {
            return text(typed) == null ? null : new BigDecimal(needed(typed));
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
    }

    /**
     * The day of a date field; null of an empty one.
     *
     * @throws Rejection if it is none
     */
    public static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return text(typed) == null ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new Rejection(Reason.UNREADABLE_TIME, "日期须如 2020-01-26 / a day is written like 2020-01-26");
        }
    }

    /**
     * The time of a field of day and time; null of an empty one.
     *
     * @throws Rejection if it is none
     */
    public static @Nullable OffsetDateTime time(@Nullable String typed) {
        try {
            return text(typed) == null
                    ? null
                    : LocalDateTime.parse(typed).atZone(ShiftPlan.COUNTY).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new Rejection(
                    Reason.UNREADABLE_TIME, "时间须如 2020-01-26T08:00 / a time is written like 2020-01-26T08:00");
        }
    }

    /** A moment as a field of day and time has it. */
    public static String local(Instant time) {
        return LocalDateTime.ofInstant(time, ShiftPlan.COUNTY)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
