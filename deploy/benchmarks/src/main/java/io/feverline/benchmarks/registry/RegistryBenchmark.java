package io.feverline.benchmarks.registry;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.PortOption;
import io.feverline.benchmarks.load.Load;
import io.feverline.local.LocalOptions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Progress;
import io.feverline.local.Service;
import io.feverline.local.demo.KeyedDevice;
import io.feverline.local.infra.Postgres;
import io.feverline.local.process.JavaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
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
            "入库、全国一日、一千万条通行记录中的行踪、检索、统计与密切接触者，到期的一日如何删除，及五千万条中的行踪。",
            "Storing, a nation's day; histories, searches, statistics and contacts among ten million passages; how a day"
                    + " goes; histories among fifty million."
        })
public final class RegistryBenchmark implements Callable<Integer> {
    /** What is measured, and in which order. */
    enum Part {
        // Before what alert-service does not read until later.
        DAY,
        STORING,
        HISTORY,
        SEARCH,
        STATISTICS,
        CONTACTS,
        /** A day is missing then. */
        RETENTION,
        /** The last: five times as many passages are there then. */
        GROWTH
    }

    private static final int BACKLOG = 1_000_000;
    private static final double LEAST_STORING = 0.5;
    private static final int SLICE_OF_A_DAY = 3_000_000;
    private static final Duration HISTORY_P99 = Duration.ofMillis(5);
    private static final Duration SEARCH_P99 = Duration.ofMillis(5);
    private static final Duration STATISTICS_P99 = Duration.ofMillis(50);
    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final int GROWTH = 5;
    private static final double MOST_GROWTH_OF_HISTORY = 1.2;
    private static final int TIMES_EACH_DAY = 50;
    private static final Duration CONTACTS_P99 = Duration.ofMillis(500);
    private static final Duration DROP = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofMillis(200);

    /** Half of them warm up. */
    private static final int TRAVELLERS = 10_000;

    /** As on a server; the local system has to do with less. */
    private static final String HEAP = "512m";

    /** A quarter of the memory is what PostgreSQL's manual has for a server of its own; it is not alone here. */
    private static final String BUFFERS = "2GB";

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

    private @Nullable ManyPassages county;
    private @Nullable Duration history;
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, SQLException {
        List<Figure> figures = new ArrayList<>();
        System.setProperty(JavaCommand.BOTH_COMPILERS, "true");
        System.setProperty(Postgres.SHARED_BUFFERS, BUFFERS);
        var options = new LocalOptions(null, ports.ports(), HEAP, true).with(Service.CHECKPOINT_INGEST, Load.NO_QUOTA);
        try (LocalSystem system = LocalSystem.start(options, Progress.silent())) {
            List<String> keys = KeyedDevice.read(system.devices()).stream()
                    .map(KeyedDevice::key)
                    .toList();
            var questions = new Questions(system);
            for (Part part : parts) {
                List<Figure> found = switch (part) {
                    case STORING -> List.of(new Storing(system, keys, out).measure(BACKLOG, LEAST_STORING));
                    case DAY -> List.of(new NationalDay(system, keys).measure(SLICE_OF_A_DAY));
                    case HISTORY -> history(questions, county(system));
                    case SEARCH -> search(questions, county(system));
                    case STATISTICS -> statistics(questions, county(system));
                    case CONTACTS -> contacts(questions, county(system));
                    case RETENTION -> {
                        county(system);
                        yield retention(system);
                    }
                    case GROWTH -> growth(questions, system);
                };
                found.forEach(out::println);
                figures.addAll(found);
            }
        }
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    /** Filled when it is asked for first. */
    private ManyPassages county(LocalSystem system) throws SQLException, InterruptedException {
        if (county == null) {
            county = filled(system, passages);
        }
        return county;
    }

    private ManyPassages filled(LocalSystem system, int count) throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        var filled = ManyPassages.fill(system, count, TRAVELLERS);
        out.printf(
                Locale.ROOT,
                "写入 filled with %,d passages in %d s%n",
                count,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        return filled;
    }

    private List<Figure> history(Questions questions, ManyPassages among) throws IOException, InterruptedException {
        history = historyP99(questions, among);
        return List.of(Figure.millis(
                String.format(Locale.ROOT, "行踪 history of a traveller, %,d passages, p99", passages),
                history,
                HISTORY_P99));
    }

    private Duration historyP99(Questions questions, ManyPassages among) throws IOException, InterruptedException {
        warmUp(() -> questions.histories(firstHalf(among.travellers())));
        Histogram micros = questions.histories(secondHalf(among.travellers()));
        print("行踪 history", micros);
        return percentile(micros, 99);
    }

    private List<Figure> growth(Questions questions, LocalSystem system)
            throws IOException, InterruptedException, SQLException {
        Duration few = history == null ? historyP99(questions, county(system)) : history;
        county = filled(system, GROWTH * passages);
        Duration many = historyP99(questions, county);
        return List.of(Figure.ratio(
                String.format(
                        Locale.ROOT, "行踪增长 history, p99 at %,d passages to that at %,d", GROWTH * passages, passages),
                (double) many.toNanos() / few.toNanos(),
                MOST_GROWTH_OF_HISTORY));
    }

    private List<Figure> search(Questions questions, ManyPassages county) throws IOException, InterruptedException {
        warmUp(() -> questions.people(firstHalf(county.passports())));
        Histogram people = questions.people(secondHalf(county.passports()));
        warmUp(() -> questions.vehicles(firstHalf(county.plates())));
        Histogram vehicles = questions.vehicles(secondHalf(county.plates()));
        print("查人 search by document", people);
        print("查车 search by plate", vehicles);
        return List.of(
                Figure.millis("查人 search by document, p99", percentile(people, 99), SEARCH_P99),
                Figure.millis("查车 search by plate, p99", percentile(vehicles, 99), SEARCH_P99));
    }

    private List<Figure> statistics(Questions questions, ManyPassages county) throws IOException, InterruptedException {
        List<LocalDate> days = Collections.nCopies(TIMES_EACH_DAY, county.days()).stream()
                .flatMap(List::stream)
                .toList();
        questions.statistics(firstHalf(days));
        Histogram micros = questions.statistics(secondHalf(days));
        print("统计 statistics of a day", micros);
        return List.of(Figure.millis("统计 statistics of an area's day, p99", percentile(micros, 99), STATISTICS_P99));
    }

    /** Until the service's second compiler is through: it shares two cores with all else, and code it has not done is slow. */
    private static void warmUp(Asking asking) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP.toNanos()) {
            asking.ask();
        }
    }

    private interface Asking {
        Histogram ask() throws IOException, InterruptedException;
    }

    private static <T> List<T> firstHalf(List<T> all) {
        return all.subList(0, all.size() / 2);
    }

    private static <T> List<T> secondHalf(List<T> all) {
        return all.subList(all.size() / 2, all.size());
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
