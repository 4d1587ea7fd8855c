package io.feverline.benchmarks.board;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.PortOption;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.local.LocalOptions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Progress;
import io.feverline.local.Service;
import io.feverline.local.demo.KeyedDevice;
import io.feverline.local.process.JavaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/benchmarks/run board}. */
@Command(
        name = "board",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "值班台：一万条未结警报、五百个检测点，浏览器中的滚动帧率与更新延迟。",
            "The duty board with 10,000 open alerts and 500 checkpoints, in a browser: frames while it scrolls, updates."
        })
public final class BoardBenchmark implements Callable<Integer> {
    private static final int ALERTS = 10_000;
    private static final int CHECKPOINTS = 500;
    /** Frames a second below which scrolling is seen to stutter, of the 60 that a screen has. */
    private static final double FRAMES = 50;

    private static final Duration UPDATE = Duration.ofMillis(200);
    private static final int FEVERS_PER_SECOND = 10;
    private static final int REFRESHES = 30;
    /** As many as an hour has at one a second, which is far more than a county has. */
    private static final int FEVERS_OF_AN_HOUR = 3_600;

    private static final int FEVERS_BEFORE_IT = 1_200;
    /** As fast as they may come at once. */
    private static final int FEVERS_PER_SECOND_UNSEEN = 40;

    private static final double HOUR_MIB = 1;
    private static final int PEOPLE = 1_000_000;
    private static final int LOADING = 120_000;
    private static final Duration TELLING = Duration.ofSeconds(30);

    private static final String ROWS = "document.querySelectorAll('#board tbody tr').length";

    /** JavaScript's objects, the page's elements, and the texts and buffers of both. Older browsers tell less. */
    private static final List<String> HELD = List.of("usedSize", "embedderHeapUsedSize", "backingStorageSize");

    /** Times each change from when the browser has its event until the frame that shows it is drawn. */
    private static final String TIMED = """
            window.updates = [];
            window.EventSource = class extends window.EventSource {
              constructor(address) {
                super(address);
                this.addEventListener("alert", (event) => requestAnimationFrame(
                  () => setTimeout(() => window.updates.push(performance.now() - event.timeStamp))));
              }
            };""";

    /** Loads the rest of the list, as scrolling to its end does. */
    private static final String LOAD_ALL = """
            async () => {
              for (let more; (more = document.querySelector("#board tbody.more")); ) {
                more.scrollIntoView();
                await new Promise((resolve) => setTimeout(resolve, 20));
              }
              scrollTo(0, 0);
              return document.querySelectorAll("#board tbody tr").length;
            }""";

    /** How long each change took, once what is there now is drawn. */
    private static final String UPDATES = """
            async () => {
              await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
              return updates;
            }""";

    /** As a browser tells a page that its tab is in the background. */
    private static final String HIDE = """
            hidden => {
              Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
              document.dispatchEvent(new Event("visibilitychange"));
            }""";

    private static final String REFRESH = """
            async checkpoints => {
              const list = document.getElementById("list");
              const begin = performance.now();
              await feverline.refresh(list);
              await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
              const took = performance.now() - begin;
              const shown = document.querySelectorAll("#checkpoints tbody tr").length;
              if (list.isConnected || shown < checkpoints) throw new Error("asked for anew it shows " + shown);
              return took;
            }""";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "更新测量多少秒。 How long updates are measured. Default: ${DEFAULT-VALUE}.")
    int seconds = 20;

    @Mixin
    PortOption ports = new PortOption();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        System.setProperty(JavaCommand.BOTH_COMPILERS, "true");
        var options =
                new LocalOptions(null, ports.ports(), "512m", true).with(Service.CHECKPOINT_INGEST, Load.NO_QUOTA);
        List<Figure> figures = new ArrayList<>();
        try (LocalSystem system = LocalSystem.start(options, Progress.silent());
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(chromium())) {
            FullCounty.fill(system, ALERTS, CHECKPOINTS);
            Page page = browser.newPage(new Browser.NewPageOptions().setLocale("zh-CN"));
            page.addInitScript(TIMED);
            String duty = system.url(Service.ALERT_SERVICE).resolve("/duty").toString();
            page.navigate(duty);
            page.getByText(Persona.DUTY_OFFICER.title()).click();
            page.waitForURL(duty);
            page.setDefaultTimeout(LOADING);
            int rows = ((Number) page.evaluate(LOAD_ALL)).intValue();
            if (rows < ALERTS) {
                throw new IOException("the board shows " + rows + " alerts");
            }
            figures.add(Figure.atLeast(
                    String.format(Locale.ROOT, "滚动帧率 frames/s by trace while %,d alerts scroll, of %.0f", rows, FRAMES),
                    framesWhileScrolling(browser, page) / FRAMES,
                    1));
            page.evaluate("scrollTo(0, 0)");
            figures.addAll(updates(system, page, rows));
            figures.add(hourInTheBackground(system, page, rows + FEVERS_PER_SECOND * seconds));
            page.navigate(duty + "/checkpoints");
            figures.add(Figure.millis(
                    "检测点看板 500 checkpoints with their map asked for anew and drawn, p95",
                    percentile(refreshes(page), 95),
                    UPDATE));
        }
        figures.forEach(out::println);
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    /** The one that is installed. */
    private static BrowserType.LaunchOptions chromium() throws IOException {
        Path program = Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("请安装 Chromium。 Install Chromium."));
        return new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox"));
    }

    /** By the browser's own trace: frames drawn in each second of a scroll through the list, by a gesture of it. */
    private static double framesWhileScrolling(Browser browser, Page page) throws IOException {
        browser.startTracing(
                page,
                new Browser.StartTracingOptions()
                        .setCategories(
                                List.of("disabled-by-default-devtools.timeline.frame", "devtools.timeline.frame")));
        var gesture = new JsonObject();
        gesture.addProperty("x", 600);
        gesture.addProperty("y", 400);
        gesture.addProperty("yDistance", -20_000);
        gesture.addProperty("speed", 4_000);
        page.context().newCDPSession(page).send("Input.synthesizeScrollGesture", gesture);
        JsonNode events = new ObjectMapper().readTree(browser.stopTracing()).path("traceEvents");
        long first = Long.MAX_VALUE;
        long last = 0;
        int frames = 0;
        for (JsonNode event : events) {
            if (event.path("name").asText().equals("DrawFrame")) {
                frames++;
                first = Math.min(first, event.path("ts").asLong());
                last = Math.max(last, event.path("ts").asLong());
            }
        }
        return frames < 2 ? 0 : (frames - 1) * 1e6 / (last - first);
    }

    /** How soon changes are drawn. Each fever has to come to the rows that are there. */
    private List<Figure> updates(LocalSystem system, Page page, int rows) throws IOException, InterruptedException {
        page.evaluate("updates.length = 0");
        try (var load = load(system)) {
            load.latencies(FEVERS_PER_SECOND, Duration.ofSeconds(seconds));
            load.requireNoFailure("checkpoint-ingest");
        }
        await("all fevers on the board")
                .atMost(TELLING)
                .pollInSameThread()
                .until(() -> ((Number) page.evaluate(ROWS)).intValue() >= rows + FEVERS_PER_SECOND * seconds);
        var micros = new Histogram(3);
        for (Object millis : (List<?>) page.evaluate(UPDATES)) {
            micros.recordValue(Math.round(((Number) millis).doubleValue() * 1_000));
        }
        String told = String.format(Locale.ROOT, "%d changes", micros.getTotalCount());
        return List.of(
                Figure.millis("更新 stream event → drawn, p50, " + told, percentile(micros, 50), UPDATE),
                Figure.millis("更新 stream event → drawn, p99", percentile(micros, 99), UPDATE));
    }

    /** Fevers alone, each somebody else's. */
    private static Load load(LocalSystem system) throws IOException {
        List<String> keys = KeyedDevice.read(system.devices()).stream()
                .map(KeyedDevice::key)
                .toList();
        return new Load(system.ports().ingest(), keys, new Travellers(1, 1, PEOPLE), 4);
    }

    /** What the page holds more after an hour's fevers than before, while nobody looks. Then all have to be there. */
    private Figure hourInTheBackground(LocalSystem system, Page page, int rowsBefore)
            throws IOException, InterruptedException {
        page.evaluate(HIDE, true);
        double before;
        double after;
        try (var load = load(system)) {
            load.latencies(FEVERS_PER_SECOND_UNSEEN, Duration.ofSeconds(FEVERS_BEFORE_IT / FEVERS_PER_SECOND_UNSEEN));
            before = heldMebibytes(page);
            load.latencies(FEVERS_PER_SECOND_UNSEEN, Duration.ofSeconds(FEVERS_OF_AN_HOUR / FEVERS_PER_SECOND_UNSEEN));
            load.requireNoFailure("checkpoint-ingest");
            after = heldMebibytes(page);
        }
        page.evaluate(HIDE, false);
        int rows = ((Number) page.evaluate(LOAD_ALL)).intValue();
        if (rows < rowsBefore + FEVERS_BEFORE_IT + FEVERS_OF_AN_HOUR) {
            throw new IOException("the board shows " + rows + " alerts when somebody looks again");
        }
        return Figure.mebibytes(
                String.format(
                        Locale.ROOT,
                        "后台一小时 what the page holds: growth by an hour's %,d fevers in the background, from %.1f MiB",
                        FEVERS_OF_AN_HOUR,
                        before),
                Math.max(0, after - before),
                HOUR_MIB);
    }

    /** Once what nobody needs is gone. */
    private static double heldMebibytes(Page page) {
        page.waitForTimeout(3_000);
        page.evaluate("updates.length = 0");
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("HeapProfiler.collectGarbage");
        JsonObject heap = browser.send("Runtime.getHeapUsage");
        browser.detach();
        double bytes = HELD.stream()
                .filter(heap::has)
                .mapToDouble(part -> heap.get(part).getAsDouble())
                .sum();
        return bytes / (1 << 20);
    }

    private static Histogram refreshes(Page page) {
        var micros = new Histogram(3);
        for (int i = 0; i < REFRESHES; i++) {
            micros.recordValue(Math.round(((Number) page.evaluate(REFRESH, CHECKPOINTS)).doubleValue() * 1_000));
        }
        return micros;
    }

    private static Duration percentile(Histogram micros, double percentile) {
        return Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1_000);
    }
}
