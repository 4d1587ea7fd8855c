package io.feverline.registry.report;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.time.LocalDate;

/**
 * Which days' completeness is asked for.
 *
 * @param to included
 * @param digits of the area codes by which reports are put together: 6 for counties, 9 for towns
 */
public record PeriodQuery(Actor reader, LocalDate from, LocalDate to, int digits) {
    /** A quarter: what a yearly evaluation is made of. */
    private static final int MOST_DAYS = 92;

    /** Throws a {@link Rejection} of a period that is empty or too long. */
    public PeriodQuery {
        if (to.isBefore(from)) {
            throw new Rejection(Reason.EMPTY_PERIOD, "结束日期早于开始日期 / it ends before it begins");
        }
        if (!to.isBefore(from.plusDays(MOST_DAYS))) {
            throw new Rejection(Reason.PERIOD_TOO_LONG, "最多 %1$d 天 / %1$d days at most".formatted(MOST_DAYS));
        }
    }

    Deed deed() {
        return new Deed(reader, Act.REPORTS_COMPLETENESS, null).with("%s to %s".formatted(from, to));
    }
}
