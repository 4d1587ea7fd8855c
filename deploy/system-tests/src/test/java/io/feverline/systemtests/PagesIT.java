package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.Pages.Listed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All pages, as each persona comes to them by links and forms; and whether everybody can use them. */
@ExtendWith({SharedSystem.class, Chromium.class})
class PagesIT {
    /** WCAG 2.2 AA is all of these together. */
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final List<String> GRAVE = List.of("serious", "critical");

    /** Of what axe-core finds, that alone: all that is well besides takes longer to hand over than to find. */
    private static final String FAULTS = """
            ({ tags, grave }) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
                .then(found => found.violations.filter(rule => grave.includes(rule.impact))
                    .flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.html}: ${node.failureSummary}`)))""";

    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final int HEIGHT = 900;

    /** How each page is looked at: as most do; and in the longer words on the smaller screen. In long runs all ways. */
    private static final Map<String, List<Integer>> WIDTHS = Boolean.getBoolean("feverline.long")
            ? Map.of("zh-CN", List.of(WIDE, NARROW), "en", List.of(WIDE, NARROW))
            : Map.of("zh-CN", List.of(WIDE), "en", List.of(NARROW));

    private static final Map<Persona, Tour> TOURS = new EnumMap<>(Persona.class);
    private static final Map<Persona, String> SESSIONS = new EnumMap<>(Persona.class);

    /** By session and language: styles and scripts are fetched once. */
    private static final Map<List<String>, Page> WINDOWS = new HashMap<>();

    /** The page has seen its new width: of that it is told with the next frame. */
    private static final String FITTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

    private static LocalSystem system;
    private static Browser browser;

    @BeforeAll
    static void goRound(LocalSystem running, Browser shared) {
        system = running;
        browser = shared;
        Passers.pass(running);
        for (Persona persona : Persona.values()) {
            try (var visitor = Visitor.with(shared, running)) {
                TOURS.put(persona, Tour.of(visitor, running, persona));
                SESSIONS.put(persona, visitor.session());
            }
        }
    }

    private static Tour tour(Persona persona) {
        return Objects.requireNonNull(TOURS.get(persona));
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_comes_to_is_listed(Persona persona) {
        assertThat(tour(persona).unlisted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_link_leads_nowhere_or_where_somebody_may_not_go(Persona persona) {
        assertThat(tour(persona).broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void somebody_comes_to_all_that_is_listed_for_them(Persona persona) {
        assertThat(tour(persona).found()).containsExactlyInAnyOrderElementsOf(Pages.of(persona));
    }

    static Stream<Listed> pages() {
        return Pages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everybody_can_use(Listed listed) {
        Tour tour = tour(listed.shownTo());
        assertThat(tour.found()).contains(listed);
        assertThatEverybodyCanUse(session(listed.shownTo()), page -> tour.show(page, listed));
    }

    @Test
    void everybody_can_use_a_new_key_of_a_device() {
        var api = new Api(system);
        assertThatEverybodyCanUse(session(Persona.ADMIN), page -> {
            String device = api.newDevice(api.newCheckpoint("上栗收费站")).deviceId();
            page.navigate(registryService("/console/devices/" + device));
            page.locator("form[action$='/keys'] button").click();
            page.locator("dl.facts code").waitFor();
        });
    }

    @Test
    void everybody_can_use_a_preview_of_what_is_to_be_imported() {
        assertThatEverybodyCanUse(
                session(Persona.ADMIN), page -> preview(page, "preview,上栗收费站,highway-exit,360322101,,,"));
    }

    @Test
    void everybody_can_use_a_preview_of_what_cannot_be_imported() {
        assertThatEverybodyCanUse(session(Persona.ADMIN), page -> preview(page, "preview,上栗收费站,motorway,360322101,,,"));
    }

    private static void preview(Page page, String row) {
        page.navigate(registryService("/console/import/checkpoints"));
        page.locator("[name=text]").fill("id,name,kind,area_code,direction,latitude,longitude\r\n" + row);
        page.locator("form[action='/console/import/checkpoints'] button").click();
        page.locator("table").first().waitFor();
    }

    @Test
    void everybody_can_use_what_a_broken_glass_shows() {
        var traveller = Pages.at("/console/travellers/{id}").orElseThrow();
        assertThatEverybodyCanUse(session(Persona.DUTY_OFFICER), page -> {
            tour(Persona.DUTY_OFFICER).show(page, traveller);
            page.locator("details:has(form[action$='/break-glass']) summary").click();
            page.locator("[name=reason]").fill("旅客晕倒，联系家属");
            page.locator("form[action$='/break-glass'] button").click();
            page.waitForURL("**/break-glass");
            page.locator("dl.identity").waitFor();
        });
    }

    @Test
    void everybody_can_use_a_page_that_tells_who_may_not_see_it() {
        assertThatEverybodyCanUse(session(Persona.GRID_WORKER), page -> come(page, alertService("/duty"), 403));
    }

    @Test
    void everybody_can_use_a_page_that_tells_of_nothing_there() {
        assertThatEverybodyCanUse(
                session(Persona.DUTY_OFFICER),
                page -> come(page, alertService("/duty/alerts/" + UUID.randomUUID()), 404));
    }

    private static void come(Page page, String address, int status) {
        assertThat(page.navigate(address).status()).isEqualTo(status);
    }

    @Test
    void everybody_can_use_an_empty_board() {
        try (var visitor = Visitor.with(browser, system)) {
            visitor.signInFromElsewhere(Persona.DUTY_OFFICER, Service.ALERT_SERVICE, "/duty");
            PlaywrightAssertions.assertThat(visitor.page().locator("#board tbody tr"))
                    .hasCount(0);
            assertThatEverybodyCanUse(visitor.session(), page -> {
                page.navigate(alertService("/duty"));
                page.locator("#empty").waitFor();
            });
        }
    }

    @Test
    void everybody_can_sign_in() {
        try (var window = browser.newContext()) {
            Page page = window.newPage();
            page.navigate(alertService("/duty"));
            PlaywrightAssertions.assertThat(page.locator("h1")).containsText("Sign in");
            assertThat(faults(page)).isEmpty();
        }
    }

    private static String registryService(String path) {
        return system.url(Service.REGISTRY_SERVICE).resolve(path).toString();
    }

    private static String alertService(String path) {
        return system.url(Service.ALERT_SERVICE).resolve(path).toString();
    }

    private static String session(Persona persona) {
        return Objects.requireNonNull(SESSIONS.get(persona));
    }

    private static void assertThatEverybodyCanUse(String session, Consumer<Page> way) {
        List<String> faults = new ArrayList<>();
        WIDTHS.forEach((language, widths) -> {
            Page page = WINDOWS.computeIfAbsent(List.of(session, language), PagesIT::open);
            page.setViewportSize(widths.get(0), HEIGHT);
            way.accept(page);
            for (int width : widths) {
                page.setViewportSize(width, HEIGHT);
                page.evaluate(FITTED);
                faults(page).forEach(fault -> faults.add(language + " " + width + ": " + fault));
            }
        });
        assertThat(faults).isEmpty();
    }

    private static Page open(List<String> sessionAndLanguage) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setStorageState(sessionAndLanguage.get(0))
                        .setLocale(sessionAndLanguage.get(1)))
                .newPage();
    }

    @AfterAll
    static void closeWindows() {
        WINDOWS.values().forEach(page -> page.context().close());
    }

    private static List<String> faults(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((Collection<?>) page.evaluate(FAULTS, Map.of("tags", WCAG, "grave", GRAVE)))
                .stream().map(Object::toString).toList();
    }
}
