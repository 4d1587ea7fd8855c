package io.feverline.registry.export;

import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.config.ExportConfig;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.HistoryQuery;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.passage.PastPassage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports histories, a page at a time, so that neither memory nor a connection is held for as long as a download. */
@ApplicationScoped
public class HistoryExport {
    private static final int PAGE = 500;

    /** Longer than any page takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PassageHistory history;
    private final ExportConfig config;
    private final Clock clock;

    HistoryExport(PassageHistory history, ExportConfig config, Clock clock) {
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whose passages are asked for, and from when.
     *
     * @param reader passages that the reader may not see are left out
     * @param from inclusive; null: so many days before {@code to} as the configuration says
     * @param to exclusive; null for no end, as clocks of devices run ahead
     */
    public record Order(
            PassageHistory.Of of,
            UUID subject,
            Actor reader,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A history that can be exported. */
    public final class Extract {
        private final PassageHistory.Of of;
        private final HistoryQuery query;

        private Extract(PassageHistory.Of of, HistoryQuery query) {
            this.of = of;
            this.query = query;
        }

        /**
         * Writes the history, newest first, to a stream, and leaves it open. Blocks. What fails leaves a document that
         * is not complete.
         */
        public void write(ExportFormat format, OutputStream out) throws IOException {
            HistoryWriter writer = format.writer(out, clock.instant());
            HistoryQuery asked = query;
            while (asked != null) {
                Page<PastPassage, HistoryCursor> page =
                        history.next(of, asked).await().atMost(PATIENCE);
                writer.add(page.items());
                HistoryCursor next = page.next();
                asked = next == null ? null : query.after(next);
            }
            writer.finish();
        }
    }

    /**
     * Prepares an export, which is on record; fails with a {@link Rejection} if there is nobody that the reader may
     * see, if the period is none, or if it has more passages than a file takes: one that was cut would look like all
     * there is.
     */
    public Uni<Extract> prepare(Order order) {
        Instant from = order.from() != null ? order.from() : begin(order.to());
        Instant to = order.to();
        if (to != null && !from.isBefore(to)) {
            return Uni.createFrom()
                    .failure(new Rejection(Reason.EMPTY_PERIOD, "期间须始早于终 / the period must begin before it ends"));
        }
        var query = new HistoryQuery(order.subject(), order.reader(), from, to, null, PAGE);
        return history.beginExport(config.rows(), order.of(), query).map(begun -> {
            if (!begun) {
                throw new Rejection(
                        Reason.TOO_MANY_PASSAGES,
                        "期间内超过 %1$d 条，请缩短期间分次导出 / more than %1$d passages in the period: export shorter ones"
                                .formatted(config.rows()));
            }
            return new Extract(order.of(), query);
        });
    }

    private Instant begin(@Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to;
        return end.minus(Duration.ofDays(config.days()));
    }
}
