package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the first page costs somebody who has never been here. A page is interactive, as Lighthouse's Time to Interactive
 * has it, at the end of the last task of more than 50 ms before five seconds without any, and not before its first
 * content is painted and its document is ready.
 */
@ExtendWith({SharedSystem.class, Chromium.class})
class FirstPageIT {
    private static final Logger LOG = Logger.getLogger(FirstPageIT.class.getName());
    private static final long MOST_BYTES = 300 * 1024;
    private static final double INTERACTIVE_MS = 1_000;

    /** A busy machine makes a page slower and never faster: one visit that is soon enough shows that the page is. */
    private static final int VISITS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String WATCH = """
            window.lastTask = 0;
            new PerformanceObserver(list => list.getEntries().forEach(
                task => window.lastTask = Math.max(window.lastTask, task.startTime + task.duration)))
                .observe({ type: 'longtask', buffered: true });""";
    private static final String QUIET =
            "document.readyState === 'complete' && performance.now() - window.lastTask > 5000";
    private static final String INTERACTIVE = """
            () => Math.max(window.lastTask,
                performance.getEntriesByName('first-contentful-paint')[0].startTime,
                performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)""";

    private static LocalSystem system;
    private static Browser browser;

    /** The first page of a service. */
    enum First {
        BOARD(Service.ALERT_SERVICE, "/duty", Persona.DUTY_OFFICER),
        CONSOLE(Service.REGISTRY_SERVICE, "/console", Persona.COUNTY_OFFICIAL);

        private final Service service;
        private final String path;
        private final Persona persona;

        First(Service service, String path, Persona persona) {
            this.service = service;
            this.path = path;
            this.persona = persona;
        }
    }

    /** What one visit cost. */
    private record Visit(long bytes, double interactiveMs) {}

    @BeforeAll
    static void isThere(LocalSystem running, Browser shared) {
        system = running;
        browser = shared;
    }

    @ParameterizedTest
    @EnumSource
    void is_small_and_soon_usable(First first) {
        Visit visit = visit(first);
        for (int visits = 1; visits < VISITS && visit.interactiveMs() > INTERACTIVE_MS; visits++) {
            visit = visit(first);
        }
        tell(first, visit);

        assertThat(visit.bytes()).as("bytes transferred").isPositive().isLessThanOrEqualTo(MOST_BYTES);
        assertThat(visit.interactiveMs()).as("interactive, ms").isPositive().isLessThanOrEqualTo(INTERACTIVE_MS);
    }

    private static void tell(First first, Visit visit) {
        LOG.info(
                () -> "%s: %d bytes, interactive after %.0f ms".formatted(first, visit.bytes(), visit.interactiveMs()));
    }

    /** With a session and an empty cache. */
    private static Visit visit(First first) {
        String session;
        try (var visitor = Visitor.with(browser, system)) {
            visitor.signIn(first.persona, first.service, first.path);
            session = visitor.session();
        }
        try (var window = browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setStorageState(session))) {
            Page page = window.newPage();
            Map<String, Long> bytes = countBytes(window, page);
            page.addInitScript(WATCH);
            page.navigate(system.url(first.service).resolve(first.path).toString());
            await().atMost(PATIENCE).pollInSameThread().until(() -> (boolean) page.evaluate(QUIET));
            double interactiveMs = ((Number) page.evaluate(INTERACTIVE)).doubleValue();
            return new Visit(bytes.values().stream().mapToLong(Long::longValue).sum(), interactiveMs);
        }
    }

    /** Of each request, as they are packed: with its headers when it has ended, else what has come, as of a stream. */
    private static Map<String, Long> countBytes(BrowserContext window, Page page) {
        Map<String, Long> bytes = new HashMap<>();
        var devTools = window.newCDPSession(page);
        devTools.send("Network.enable");
        devTools.on("Network.dataReceived", event -> bytes.merge(request(event), packed(event), Long::sum));
        devTools.on("Network.loadingFinished", event -> bytes.put(request(event), packed(event)));
        return bytes;
    }

    private static String request(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static long packed(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }
}
