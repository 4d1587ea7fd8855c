package io.feverline.registry.console;

import io.feverline.registry.access.Actor;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.config.JourneyConfig;
import io.feverline.registry.export.HistoryExport;
import io.feverline.registry.journey.JourneyQuery;
import io.feverline.registry.journey.Journeys;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.HistoryQuery;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.report.rule.ShiftPlan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of a traveller or a vehicle shows: journeys, a page of passages, and what areas are called. */
@ApplicationScoped
class Histories {
    private static final int ROWS = 50;

    private final Journeys journeys;
    private final PassageHistory passages;
    private final AreaTable areas;
    private final JourneyConfig config;
    private final Clock clock;

    Histories(Journeys journeys, PassageHistory passages, AreaTable areas, JourneyConfig config, Clock clock) {
        this.journeys = journeys;
        this.passages = passages;
        this.areas = areas;
        this.config = config;
        this.clock = clock;
    }

    /** The days that are asked for; without any, as many as an incubation takes, up to today. */
    HistoryPage.Period period(@Nullable String from, @Nullable String until, @Nullable String cursor) {
        LocalDate last = Forms.day(until);
        LocalDate end = last == null ? LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY) : last;
        LocalDate first = Forms.day(from);
        return new HistoryPage.Period(first == null ? end.minusDays(config.days()) : first, end, Forms.text(cursor));
    }

    Uni<HistoryPage> page(PassageHistory.Of of, UUID id, HistoryPage.Period period, Actor reader) {
        Instant from = begin(period.from());
        Instant end = begin(period.until().plusDays(1));
        String what = of == PassageHistory.Of.TRAVELLER ? "travellers" : "vehicles";
        String cursor = period.cursor();
        var query = new HistoryQuery(id, reader, from, end, cursor == null ? null : HistoryCursor.parse(cursor), ROWS);
        return journeys.of(new JourneyQuery(of, id, reader, from, end))
                .chain(travelled -> passages.page(of, query)
                        .chain(page -> AreaNames.of(HistoryPage.codes(travelled, page), areas)
                                .map(names -> new HistoryPage(what, id, period, travelled, page, names))));
    }

    /** The same as a file. */
    HistoryExport.Order order(PassageHistory.Of of, UUID id, HistoryPage.Period period, Actor reader) {
        return new HistoryExport.Order(
                of, id, reader, begin(period.from()), begin(period.until().plusDays(1)));
    }

    /** When a day of the county begins. */
    static Instant begin(LocalDate day) {
        return day.atStartOfDay(ShiftPlan.COUNTY).toInstant();
    }
}
