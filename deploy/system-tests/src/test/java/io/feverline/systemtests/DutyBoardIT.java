package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What duty officers see, in a browser. */
@ExtendWith({SharedSystem.class, Chromium.class})
class DutyBoardIT {
    private static final double A_SECOND = 1_000;
    private static final double PATIENCE = 60_000;
    private static final int MANY = 240;

    /** By the clock of this machine, which is the gateways' too, ms; of the frame in which a row was first there. */
    private static final String NOTE_WHEN_DRAWN = """
            () => {
              const drawn = window.drawn = {};
              const note = rows => requestAnimationFrame(() => rows.forEach(row => drawn[row.id] ??= Date.now()));
              const board = document.querySelector('#board');
              new MutationObserver(() => note([...board.querySelectorAll('tbody tr[id]')]))
                  .observe(board, { childList: true, subtree: true });
            }""";

    private LocalSystem system;
    private Api api;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void openAWindow(LocalSystem running, Browser browser) {
        system = running;
        api = new Api(running);
        visitor = Visitor.with(browser, running);
        page = visitor.page();
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @Test
    void a_fever_appears_within_a_second_and_is_acknowledged_by_keyboard() {
        var gate = api.newDevice(api.newCheckpoint("上栗北高速出口"));
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();

        var fever = Api.reading(39.4);
        api.post(gate, fever);

        Locator row = page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("39.4"));
        assertThat(row).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_SECOND));
        assertThat(row).containsText("待接警");

        row.focus();
        page.keyboard().press("a");

        assertThat(row).containsText("已接警");
    }

    @Test
    void every_fever_of_the_simulator_is_drawn_within_a_second_of_its_reading() {
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        page.evaluate(NOTE_WHEN_DRAWN);

        var gates = Gates.at("上栗模拟道口", system, 2);
        var traffic = new Traffic(system, gates.file("forehead", "forehead"));
        traffic.run(List.of("--rate", "3/s", "--prevalence", "0.5", "--for", "5s", "--seed", "6"));
        traffic.settle();

        Map<String, String> alerts = alertsOf(traffic.ledger().ids());
        org.assertj.core.api.Assertions.assertThat(alerts).isNotEmpty();
        for (Ledger.Line reading : traffic.ledger().lines()) {
            String alert = alerts.get(reading.id().toString());
            if (alert != null) {
                assertThat(page.locator("#alert-" + alert)).hasCount(1);
                org.assertj.core.api.Assertions.assertThat(drawn(alert))
                        .isBefore(reading.sentAt().plusMillis((long) A_SECOND));
            }
        }
    }

    /** Of the readings that opened an alert, by the reading. */
    private Map<String, String> alertsOf(List<UUID> readings) {
        return new Databases(system)
                        .column(
                                Database.ALERT,
                                "SELECT reading_id || ' ' || id FROM alert WHERE reading_id = ANY(?)",
                                (Object) readings.toArray(UUID[]::new))
                        .stream()
                        .map(line -> line.split(" ", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Instant drawn(String alert) {
        return Instant.ofEpochMilli(((Number) page.evaluate("id => window.drawn['alert-' + id]", alert)).longValue());
    }

    /** More than a body of the table takes. */
    @Test
    void rows_stand_newest_first_however_many_come() {
        var gate = api.newDevice(api.newCheckpoint("上栗东高速出口"));
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        Locator rows = page.locator("#board tbody tr[id]").filter(new Locator.FilterOptions().setHasText("上栗东高速出口"));

        for (int half = 1; half <= 2; half++) {
            api.gateway(gate.key())
                    .body(Stream.generate(() -> Api.reading(38.3))
                            .limit(MANY / 2)
                            .toList())
                    .post("/v1/readings/batch")
                    .then()
                    .statusCode(200);
            assertThat(rows).hasCount(half * MANY / 2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        }

        List<Long> orders = ((Collection<?>)
                        page.locator("#board tbody tr[id]").evaluateAll("rows => rows.map(row => row.dataset.order)"))
                .stream().map(order -> Long.valueOf(order.toString())).toList();
        org.assertj.core.api.Assertions.assertThat(orders).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void an_alert_is_dealt_with_on_its_page() {
        var gate = api.newDevice(api.newCheckpoint("上栗汽车站"));
        signIn(Persona.DUTY_OFFICER);
        api.post(gate, Api.reading(38.9));
        Locator row = page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("38.9"));
        row.getByRole(AriaRole.LINK).click();

        page.getByRole(AriaRole.BUTTON, named("接警")).click();
        page.getByLabel("发热门诊").fill("县人民医院");
        page.getByRole(AriaRole.BUTTON, named("转诊")).click();

        assertThat(page.locator("dl.facts")).containsText("已转诊");
        assertThat(page.locator("dl.facts")).containsText("县人民医院");
        assertThat(page.locator("ol.timeline")).containsText("duty-officer");
    }

    @Test
    void a_board_that_lost_its_stream_says_since_when_and_has_missed_nothing_when_it_is_back() {
        var gate = api.newDevice(api.newCheckpoint("上栗火车站"));
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();

        system.service(Service.ALERT_SERVICE).kill();
        assertThat(page.locator("#stale")).isVisible(patiently());
        api.post(gate, Api.reading(40.3));
        system.service(Service.ALERT_SERVICE).start();

        assertThat(page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("40.3")))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#stale")).isHidden();
    }

    @Test
    void the_heads_counts_and_the_title_keep_step_with_all_alerts() {
        var gate = api.newDevice(api.newCheckpoint("上栗客运码头"));
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        int before = unacknowledged();

        api.post(gate, Api.reading(38.4));

        assertThat(page.locator("#counts[data-unacknowledged='" + (before + 1) + "']"))
                .isVisible();
        assertThat(page).hasTitle(Pattern.compile("\\(" + (before + 1) + "\\) .*"));
    }

    @Test
    void a_row_says_how_its_checkpoint_is_called() {
        var gate = api.newDevice(api.newCheckpoint("清溪检疫站"));
        signIn(Persona.DUTY_OFFICER);

        api.post(gate, Api.reading(38.7));

        assertThat(page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("清溪检疫站")))
                .isVisible();
    }

    @Test
    void the_map_leads_to_a_checkpoints_row() {
        String checkpoint = "checkpoint-" + UUID.randomUUID();
        api.registry(Persona.ADMIN)
                .body(Map.of(
                        "id",
                        checkpoint,
                        "name",
                        "鸡冠山卡口",
                        "kind",
                        "highway-exit",
                        "areaCode",
                        "360322101",
                        "latitude",
                        27.91,
                        "longitude",
                        113.87))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        signIn(Persona.DUTY_OFFICER);
        page.getByRole(AriaRole.LINK, named("检测点")).click();
        Locator place = page.locator(".map a[href='#checkpoint-" + checkpoint + "']");
        // The page asks for itself every ten seconds; registry-service tells of it meanwhile.
        assertThat(place)
                .hasAttribute(
                        "aria-label", "鸡冠山卡口 · 尚无上报", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE));

        place.focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("tr:target")).containsText("鸡冠山卡口");
    }

    @Test
    void a_shift_hands_over_what_is_to_be_done() {
        handOver("39.6");

        assertThat(page.locator("blockquote")).hasText("39.6 度旅客待转诊");
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("39.6")))
                .containsText("待接警");
        assertThat(page.locator("dl.facts")).containsText("待接班");
    }

    @Test
    void a_colleague_accepts_what_was_handed_over(Browser browser) {
        handOver("39.7");
        try (var colleague = Visitor.with(browser, system)) {
            colleague.signInAsColleague(Persona.DUTY_OFFICER, Service.ALERT_SERVICE, "/duty");
            colleague.page().navigate(page.url());

            colleague.page().getByRole(AriaRole.BUTTON, named("接班")).click();

            assertThat(colleague.page().locator("dl.facts")).containsText("duty-officer-colleague");
        }
    }

    @Test
    void a_printed_hand_over_is_its_words_and_its_alerts() {
        handOver("39.8");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("blockquote")).isVisible();
        assertThat(page.locator("tr").filter(new Locator.FilterOptions().setHasText("39.8")))
                .isVisible();
        assertThat(page.locator("nav:visible, button:visible, form:visible")).hasCount(0);
    }

    /** Hands an alert over, of a unit of its own. */
    private void handOver(String celsius) {
        String unit = "上栗镇值班组 " + UUID.randomUUID();
        api.alerts(Persona.ADMIN)
                .body(Map.of("name", unit, "level", "township", "areaCode", "360322101"))
                .post("/v1/units")
                .then()
                .statusCode(201);
        var gate = api.newDevice(api.newCheckpoint("上栗西出口"));
        signIn(Persona.DUTY_OFFICER);
        api.post(gate, Api.reading(Double.parseDouble(celsius)));
        assertThat(page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText(celsius)))
                .isVisible();

        page.getByRole(AriaRole.LINK, named("交接班")).click();
        page.getByLabel("单位").selectOption(new SelectOption().setLabel(unit + " · 360322101"));
        page.getByLabel("交班内容").fill(celsius + " 度旅客待转诊");
        page.getByRole(AriaRole.BUTTON, named("交班")).click();
        assertThat(page.locator("blockquote")).isVisible();
    }

    @Test
    void the_charts_are_drawn_under_the_pages_policy() {
        var refused = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                refused.add(message.text());
            }
        });
        signIn(Persona.DUTY_OFFICER);
        page.getByRole(AriaRole.LINK, named("近 24 小时")).click();
        Locator charts = page.locator("figure .chart canvas");
        assertThat(charts).hasCount(2);

        // The tooltip too, which would bring styles of its own.
        charts.first().hover();

        org.assertj.core.api.Assertions.assertThat(refused).isEmpty();
    }

    @Test
    void the_pages_speak_english_to_who_chose_it() {
        signIn(Persona.DUTY_OFFICER);

        page.getByText("English").click();

        assertThat(page.locator("h1")).hasText("Open alerts");
    }

    @Test
    void who_may_not_see_alerts_is_told_so() {
        signIn(Persona.GRID_WORKER);

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    @Test
    void who_signs_out_has_to_sign_in_again() {
        signIn(Persona.DUTY_OFFICER);

        page.getByText("退出").click();
        page.navigate(board());

        assertThat(page).hasTitle(Pattern.compile("登录.*"));
    }

    private int unacknowledged() {
        return Integer.parseInt(page.locator("#counts").getAttribute("data-unacknowledged"));
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
    }

    private void signIn(Persona persona) {
        visitor.signIn(persona, Service.ALERT_SERVICE, "/duty");
    }

    private String board() {
        return visitor.url(Service.ALERT_SERVICE, "/duty");
    }
}
