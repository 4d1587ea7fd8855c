package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What duty officers see, in a browser. */
@ExtendWith({SharedSystem.class, Chromium.class})
class DutyBoardIT {
    private static final double A_SECOND = 1_000;
    private static final double PATIENCE = 60_000;
    private static final String A_MINUTE = "01:00";
    private static final int A_PAGE = 100;
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
        assertThat(row).containsText("duty-officer");
    }

    @Test
    void letters_do_nothing_for_who_switched_the_keyboard_off() {
        signIn(Persona.DUTY_OFFICER);
        Locator row = appearing(38.6, "上栗治超站");
        page.getByLabel("键盘").uncheck();
        page.reload();
        row.focus();
        page.keyboard().press("a");
        page.keyboard().press("j");
        assertThat(row).isFocused();

        // The stream tells in order: what was done before the next fever is there, too.
        appearing(38.6, "上栗下一站");
        assertThat(row).containsText("待接警");
    }

    @Test
    void a_fever_that_a_second_reading_confirms_is_told_again() {
        var gate = api.newDevice(api.newCheckpoint("上栗复测点"));
        signIn(Persona.DUTY_OFFICER);
        var fever = Api.reading(38.5);
        api.post(gate, fever);
        assertThat(page.locator("#told")).containsText("上栗复测点");

        var recheck = Api.reading(38.6);
        recheck.put("recheckOf", fever.get("id"));
        api.post(gate, recheck);

        assertThat(page.locator("#told")).containsText("复测确认");
    }

    @Test
    void a_fever_after_its_alert_was_dismissed_brings_it_back() {
        var gate = api.newDevice(api.newCheckpoint("上栗复发点"));
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        var fever = Api.reading(38.5);
        api.post(gate, fever);
        Locator row = page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("上栗复发点"));
        assertThat(row).isVisible();
        dismiss(row.getAttribute("id").substring("alert-".length()));
        assertThat(row).hasCount(0);

        var again = Api.reading(38.8);
        again.put("recheckOf", fever.get("id"));
        api.post(gate, again);

        assertThat(row).containsText("待接警");
    }

    @Test
    void every_fever_of_the_simulator_is_drawn_within_a_second_of_its_reading() {
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        page.evaluate(NOTE_WHEN_DRAWN);

        var gates = Gates.at("上栗模拟道口", system, 2);
        var traffic = new Traffic(system, gates.file("forehead", "forehead"));
        traffic.run(List.of("--rate", "3/s", "--prevalence", "0.5", "--for", "5s", "--seed", "6"));
        org.assertj.core.api.Assertions.assertThat(traffic.settle().agrees()).isTrue();

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
        try {
            assertThat(page.locator("#stale")).isVisible(patiently());
            api.post(gate, Api.reading(40.3));
        } finally {
            system.service(Service.ALERT_SERVICE).start();
        }

        assertThat(page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText("40.3")))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#stale")).isHidden();
    }

    @Test
    void a_long_outage_is_waited_out_by_one_attempt_at_a_time() {
        page.clock().install();
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        var attempts = new ArrayList<Request>();

        visitor.window().setOffline(true);
        for (int minute = 0; minute < 5; minute++) {
            page.clock().fastForward(A_MINUTE);
            assertThat(page.locator("#stale")).isVisible();
        }
        page.onRequest(attempts::add);
        for (int second = 0; second < 10; second++) {
            page.clock().runFor((long) A_SECOND);
        }

        org.assertj.core.api.Assertions.assertThat(attempts).hasSizeBetween(1, 12);
        visitor.window().setOffline(false);
        assertThat(page.locator("#live")).isVisible(patiently());
    }

    @Test
    void what_could_not_be_sent_is_said() {
        signIn(Persona.DUTY_OFFICER);
        Locator row = appearing(38.8, "上栗断网点");

        visitor.window().setOffline(true);
        row.focus();
        page.keyboard().press("a");

        assertThat(page.locator("#failed")).containsText("未能提交");
    }

    @Test
    void whose_session_has_ended_is_asked_to_sign_in_again() {
        signIn(Persona.DUTY_OFFICER);
        Locator row = appearing(38.8, "上栗夜班点");

        visitor.window().clearCookies();
        row.focus();
        page.keyboard().press("a");

        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(row).containsText("待接警");
    }

    @Test
    void what_is_dealt_with_while_more_of_the_list_is_on_its_way_does_not_come_back() {
        postMany("上栗长队点");
        signIn(Persona.DUTY_OFFICER);
        assertThat(page.locator("#live")).isVisible();
        var held = new AtomicReference<Runnable>();
        var rest = new AtomicReference<String>();
        page.route("**/duty/alerts?cursor=*", route -> {
            APIResponse answer = route.fetch();
            rest.set(answer.text());
            held.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });

        page.locator("#board .more").scrollIntoViewIfNeeded();
        page.waitForCondition(() -> held.get() != null);
        page.unroute("**/duty/alerts?cursor=*");
        String alert = firstOpen(rest.get());
        dismiss(alert);
        // The stream tells in order: what comes later is there, so the dismissal has been told.
        appearing(39.9, "上栗末位点");
        held.get().run();

        assertThat(page.locator("#board tbody tr[id]").nth(A_PAGE + 50)).isAttached();
        assertThat(page.locator("#alert-" + alert)).hasCount(0);
    }

    /** Far more than a page of the list. */
    private void postMany(String checkpoint) {
        var gate = api.newDevice(api.newCheckpoint(checkpoint));
        api.gateway(gate.key())
                .body(Stream.generate(() -> Api.reading(38.3)).limit(2L * MANY).toList())
                .post("/v1/readings/batch")
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofMillis((long) PATIENCE))
                .until(() -> api.alerts(Persona.DUTY_OFFICER)
                                .get("/v1/alerts?limit=500")
                                .then()
                                .extract()
                                .body()
                                .jsonPath()
                                .getList("items")
                                .size()
                        >= 2 * MANY);
    }

    private static String firstOpen(String rows) {
        Matcher open =
                Pattern.compile("<tr id=\"alert-([0-9a-f-]+)\"[^>]* data-open").matcher(rows);
        org.assertj.core.api.Assertions.assertThat(open.find()).isTrue();
        return open.group(1);
    }

    private void dismiss(String alert) {
        String seen =
                api.alerts(Persona.DUTY_OFFICER).get("/v1/alerts/" + alert).header("ETag");
        api.alerts(Persona.DUTY_OFFICER)
                .header("If-Match", seen)
                .body(Map.of("action", "dismiss", "reason", "设备故障"))
                .post("/v1/alerts/" + alert + "/actions")
                .then()
                .statusCode(200);
    }

    /** The row of a fever that comes now. */
    private Locator appearing(double celsius, String checkpoint) {
        var gate = api.newDevice(api.newCheckpoint(checkpoint));
        assertThat(page.locator("#live")).isVisible();
        api.post(gate, Api.reading(celsius));
        Locator row = page.locator("#board tbody tr").filter(new Locator.FilterOptions().setHasText(checkpoint));
        assertThat(row).isVisible();
        return row;
    }

    @Test
    void a_list_that_cannot_ask_for_itself_says_since_when() {
        page.clock().install();
        signIn(Persona.DUTY_OFFICER);
        page.getByRole(AriaRole.LINK, named("检测点")).click();
        page.waitForURL("**/duty/checkpoints");

        visitor.window().setOffline(true);
        page.clock().fastForward(A_MINUTE);
        assertThat(page.locator("#stale")).isVisible();
        visitor.window().setOffline(false);
        page.clock().fastForward(A_MINUTE);

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
        assertThat(page.locator("dl.facts time").first())
                .containsText(String.valueOf(Year.now(ZoneOffset.UTC).getValue()));
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
    void an_address_that_only_takes_a_form_leads_to_the_page_with_the_form() {
        signIn(Persona.DUTY_OFFICER);
        appearing(38.8, "上栗表单点").getByRole(AriaRole.LINK).click();
        String alert = page.url();

        page.navigate(alert + "/actions");

        assertThat(page).hasURL(alert);
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
