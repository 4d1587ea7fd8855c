package io.feverline.registry.statistics;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.passage.PassagePartitions;
import io.feverline.registry.statistics.DayOfArea.InArea;
import io.feverline.registry.statistics.DayOfArea.InHour;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures of areas. They are read from tallies, so a day takes as long as it has checkpoints, not readings. */
@ApplicationScoped
public class Statistics {
    /** The area directly below the one asked for: codes grow from 2 digits to 4, 6, 9, 12 and 15 (GB/T 2260, GB/T 10114). */
    private static final String DAY = """
            SELECT hour, CASE WHEN length(area_code) < $5 THEN $4
                    ELSE rpad(left(area_code, $5), greatest($5, 6), '0') END AS area,
                sum(screened)::bigint AS screened, sum(with_papers)::bigint AS with_papers,
                sum(rechecked)::bigint AS rechecked,
                sum(suspected)::bigint AS suspected, sum(confirmed)::bigint AS confirmed
            FROM (
                SELECT hour, area_code, screened, with_papers, rechecked, 0 AS suspected, 0 AS confirmed
                FROM tally
                WHERE hour >= $1 AND hour < $2 AND starts_with(area_code, $3)
                UNION ALL
                SELECT date_trunc('hour', opened_at, 'UTC'), area_code, 0, 0, 0, 1, (state = 'CONFIRMED')::integer
                FROM episode
                WHERE opened_at >= $1 AND opened_at < $2 AND starts_with(area_code, $3) AND state <> 'MERGED'
            ) AS told
            GROUP BY 1, 2
            """;

    private final Pool pool;

    Statistics(Pool pool) {
        this.pool = pool;
    }

    /**
     * A day of an area, as far as the reader may see it; fails with a {@link Rejection} if that is nothing of it.
     *
     * @param code of GB/T 2260 or longer
     */
    public Uni<DayOfArea> day(String code, LocalDate day, AreaScope reader) {
        var asked = AreaScope.of(code);
        if (!asked.includes(reader.prefix()) && !reader.includes(asked.prefix())) {
            return Uni.createFrom()
                    .failure(new Rejection(Reason.NOT_FOUND, "该区划不在您的辖区内 / the area is not one that you look after"));
        }
        String visible = reader.includes(asked.prefix()) ? asked.prefix() : reader.prefix();
        return pool.preparedQuery(DAY)
                .execute(Tuple.of(midnight(day), midnight(day.plusDays(1)), visible, code, below(asked)))
                .map(rows -> summed(code, day, rows));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(PassagePartitions.COUNTY).toOffsetDateTime();
    }

    /** How many digits tell the areas directly below one. */
    private static int below(AreaScope area) {
        int digits = area.prefix().length();
        return digits < 6 ? digits + 2 : digits + 3;
    }

    private static DayOfArea summed(String code, LocalDate day, RowSet<Row> rows) {
        var areas = new TreeMap<String, Figures>();
        var hours = new TreeMap<Integer, Figures>();
        Figures total = Figures.NONE;
        for (Row row : rows) {
            var figures = new Figures(
                    row.getLong("screened"),
                    row.getLong("with_papers"),
                    row.getLong("rechecked"),
                    row.getLong("suspected"),
                    row.getLong("confirmed"));
            areas.merge(row.getString("area"), figures, Figures::plus);
            hours.merge(
                    row.getOffsetDateTime("hour")
                            .atZoneSameInstant(PassagePartitions.COUNTY)
                            .getHour(),
                    figures,
                    Figures::plus);
            total = total.plus(figures);
        }
        return new DayOfArea(
                code,
                day,
                total,
                entries(areas).map(e -> new InArea(e.getKey(), e.getValue())).toList(),
                entries(hours).map(e -> new InHour(e.getKey(), e.getValue())).toList());
    }

    private static <K> Stream<Map.Entry<K, Figures>> entries(Map<K, Figures> figures) {
        return figures.entrySet().stream();
    }
}
