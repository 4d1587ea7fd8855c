package io.feverline.benchmarks.registry;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.PortOption;
import io.feverline.local.LocalOptions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Progress;
import io.feverline.local.process.JavaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/benchmarks/run registry}. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "一千万条通行记录中的行踪与密切接触者，及到期的一日如何删除。",
            "Histories and contacts when there are ten million passages, and how a day of them goes."
        })
public final class RegistryBenchmark implements Callable<Integer> {
    /** What is measured, and in which order. */
    enum Part {
        HISTORY,
        CONTACTS,
        /** The last: a day is missing then. */
        RETENTION
    }

    private static final Duration HISTORY_P99 = Duration.ofMillis(5);
    private static final Duration CONTACTS_P99 = Duration.ofMillis(500);
    private static final Duration DROP = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofMillis(200);

    /** Half of them warm up. */
    private static final int TRAVELLERS = 10_000;

    /** As on a server; the local system has to do with less. */
    private static final String HEAP = "512m";

    @Option(
            names = "--passages",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "多少条通行记录。 How many passages. Default: ${DEFAULT-VALUE}.")
    int passages = 10_000_000;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "只测这些。 Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Part> parts = List.of(Part.values());

    @Mixin
    PortOption ports = new PortOption();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, ExecutionException {
        List<Figure> figures = new ArrayList<>();
        System.setProperty(JavaCommand.BOTH_COMPILERS, "true");
        var options = new LocalOptions(null, ports.ports(), HEAP, true);
        try (LocalSystem system = LocalSystem.start(options, Progress.silent())) {
            long begin = System.nanoTime();
            var county = ManyPassages.fill(system, passages, TRAVELLERS);
            out.printf(
                    Locale.ROOT,
                    "写入 filled with %,d passages in %d s%n",
                    passages,
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            var questions = new Questions(system);
            for (Part part : parts) {
                List<Figure> found = switch (part) {
                    case HISTORY -> history(questions, county);
                    case CONTACTS -> contacts(questions, county);
                    case RETENTION -> retention(system);
                };
                found.forEach(out::println);
                figures.addAll(found);
            }
        }
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    private List<Figure> history(Questions questions, ManyPassages county) throws IOException, InterruptedException {
        List<UUID> all = county.travellers();
        questions.histories(all.subList(0, all.size() / 2));
        Histogram micros = questions.histories(all.subList(all.size() / 2, all.size()));
        print("行踪 history", micros);
        return List.of(Figure.millis(
                String.format(Locale.ROOT, "行踪 history of a traveller, %,d passages, p99", passages),
                percentile(micros, 99),
                HISTORY_P99));
    }

    /** Each coach is asked about once: officials do not ask for what is in a cache. */
    private List<Figure> contacts(Questions questions, ManyPassages county) throws IOException, InterruptedException {
        questions.contacts(county, 0, ManyPassages.COACHES / 4);
        Histogram page = questions.contacts(county, ManyPassages.COACHES / 4, ManyPassages.COACHES);
        Histogram export = questions.exports(county, ManyPassages.COACHES / 4, ManyPassages.COACHES);
        print("密接首页 contacts, first page", page);
        print("密接导出 contacts, export", export);
        String coach =
                String.format(Locale.ROOT, "coach of %d over 14 days, %,d passages", ManyPassages.SEATS, passages);
        return List.of(
                Figure.millis("密接首页 contacts of a " + coach + ", p99", percentile(page, 99), CONTACTS_P99),
                Figure.millis("密接导出 the same as CSV, p99", percentile(export, 99), CONTACTS_P99));
    }

    private List<Figure> retention(LocalSystem system) throws SQLException, InterruptedException, ExecutionException {
        DroppedDay day = DroppedDay.drop(system);
        out.printf(Locale.ROOT, "  删除一日 a day dropped at try %d%n", day.tries());
        print("写入等待 waits of those who store meanwhile", day.waits());
        print("写入一批 their batches", day.batches());
        return List.of(
                Figure.millis(
                        String.format(
                                Locale.ROOT, "到期删除 a day of %,d of %,d passages dropped", day.passages(), passages),
                        day.took(),
                        DROP),
                Figure.millis(
                        "写入等待 longest wait of a writer meanwhile",
                        Duration.ofNanos(day.waits().getMaxValue() * 1_000),
                        WAIT));
    }

    private void print(String name, Histogram micros) {
        out.printf(
                Locale.ROOT,
                "  %s: p50 %.1f ms, p99 %.1f ms, max %.1f ms of %,d%n",
                name,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount());
    }

    private static Duration percentile(Histogram micros, double percentile) {
        return Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1_000);
    }
}
