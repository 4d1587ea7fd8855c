package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What grid workers and officials do about follow-ups, in a browser. */
@ExtendWith({SharedSystem.class, Chromium.class})
class FollowUpPagesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** As long as the script may wait before it tries again. */
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    /** Where entries are sent to. */
    private static final String ENTRIES = "**/entries";

    private static final String THIS_TOWN = "360322101";
    private static final String OTHER_TOWN = "360322102";

    private LocalSystem system;
    private Api api;
    private Browser browser;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void openAWindow(LocalSystem running, Browser chromium) {
        system = running;
        api = new Api(running);
        browser = chromium;
        open(Visitor.with(chromium, running));
    }

    /** On a phone. */
    private void open(Visitor phone) {
        visitor = phone;
        page = phone.page();
        page.setViewportSize(390, 844);
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @Test
    void an_entry_that_was_written_without_a_connection_arrives_once_when_it_is_back() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        visitor.window().setOffline(true);

        write("36.7");
        assertThat(unsent()).containsText("未发送 1 条");

        visitor.window().setOffline(false);
        assertThat(unsent()).containsText("已全部发送", PATIENTLY);
        followUp(id).body("entries.temperature", contains(36.7f)).body("entries.revision", contains(1));
    }

    @Test
    void an_entry_is_kept_when_the_session_has_ended_until_its_writer_signs_in_again() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        visitor.window().clearCookies();

        write("36.8");
        assertThat(unsent()).containsText("登录已过期");
        followUp(id).body("entries", hasSize(0));

        unsent().getByText("登录", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.BUTTON, named(Persona.GRID_WORKER.title())).click();
        assertThat(unsent()).containsText("已全部发送", PATIENTLY);
        followUp(id).body("entries.temperature", contains(36.8f));
    }

    @Test
    void an_entry_that_is_refused_stays_with_its_words_until_it_is_put_right() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        page.getByLabel("备注").fill("头痛");
        page.getByLabel("测量时间").fill("2099-01-26T08:00");

        write("36.9");
        assertThat(unsent()).containsText("头痛");
        assertThat(unsent()).containsText("测量时间须在随访开始之后");

        page.getByRole(AriaRole.LINK, named("改正")).click();
        page.getByLabel("测量时间").fill("");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();

        assertThat(page.locator("table.cards")).containsText("头痛");
        assertThat(unsent()).isHidden();
    }

    @Test
    void what_was_refused_can_be_sent_again_as_it_stands() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        page.route(ENTRIES, route -> route.fulfill(answer(409)), new Page.RouteOptions().setTimes(1));
        write("36.5");

        page.getByRole(AriaRole.LINK, named("改正")).click();
        assertThat(page.getByLabel("体温")).hasValue("36.5");
        assertThat(page.getByLabel("测量时间")).hasValue(Pattern.compile("2.+T\\d\\d:\\d\\d.*"));
        page.getByRole(AriaRole.BUTTON, named("保存")).click();

        assertThat(page.locator("table.cards")).containsText("36.5");
    }

    @Test
    void a_phone_whose_clock_is_wrong_writes_the_right_time() {
        String id = accepted();
        page.clock().setFixedTime(Instant.now().plus(Duration.ofDays(1)).toEpochMilli());
        signIn(Persona.GRID_WORKER, id);

        write("36.4");

        assertThat(page.locator("table.cards")).containsText("36.4");
    }

    @Test
    void what_is_written_anew_while_it_is_sent_is_sent_too() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        write("36.6");
        Locator correction = page.locator("details.correct");
        correction.locator("summary").click();
        var onTheWay = new ArrayList<Route>();
        page.route(ENTRIES, route -> {
            if (onTheWay.isEmpty()) {
                onTheWay.add(route);
            } else {
                route.resume();
            }
        });

        correct(correction, "36.9");
        page.waitForCondition(() -> !onTheWay.isEmpty());
        correct(correction, "37.1");
        onTheWay.get(0).resume();

        assertThat(page.locator("table.cards")).containsText("37.1");
        followUp(id).body("entries.temperature", contains(36.6f, 36.9f, 37.1f));
    }

    @Test
    void who_signs_out_on_any_page_is_asked_first_and_then_leaves_no_entry_behind() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        writeUnsent("36.6");
        page.navigate(url("/console/bulletins"));
        Locator signOut = page.getByRole(AriaRole.LINK, named("退出"));

        page.onceDialog(Dialog::dismiss);
        signOut.click();
        assertThat(signOut).isVisible();
        Assertions.assertThat(entriesOnThisPhone()).isEqualTo(1);

        page.onceDialog(Dialog::accept);
        signOut.click();
        page.waitForURL(address -> !address.equals(url("/console/bulletins")));
        Assertions.assertThat(entriesOnThisPhone()).isEqualTo(0);
        followUp(id).body("entries", hasSize(0));
    }

    @Test
    void what_somebody_else_wrote_on_this_phone_stays_when_one_signs_out() {
        signIn(Persona.GRID_WORKER, accepted());
        writeUnsent("36.6");
        visitor.window().clearCookies();
        visitor.signInAsColleague(Persona.GRID_WORKER, Service.REGISTRY_SERVICE, "/console/bulletins");

        page.getByRole(AriaRole.LINK, named("退出")).click();
        page.waitForURL(address -> !address.equals(url("/console/bulletins")));

        Assertions.assertThat(entriesOnThisPhone()).isEqualTo(1);
    }

    @Test
    void a_page_that_stayed_open_sends_nothing_in_the_name_of_who_signed_in_since() {
        String id = accepted();
        signIn(Persona.GRID_WORKER, id);
        page = visitor.window().newPage();
        page.navigate(url("/console/follow-ups/" + id));
        visitor.window().clearCookies();
        visitor.signInAsColleague(Persona.GRID_WORKER, Service.REGISTRY_SERVICE, "/console/bulletins");

        write("36.8");

        assertThat(unsent()).containsText("登录已过期");
        followUp(id).body("entries", hasSize(0));
    }

    @Test
    void without_script_an_entry_is_written_by_a_plain_form() {
        String id = accepted();
        visitor.close();
        open(Visitor.withoutScript(browser, system));
        signIn(Persona.GRID_WORKER, id);

        page.getByLabel("咳嗽").check();
        write("37.5");

        assertThat(page.locator("table.cards")).containsText("37.5");
        assertThat(page.locator("table.cards")).containsText("咳嗽");
    }

    @Test
    void an_official_gives_it_to_a_worker_who_accepts_it() {
        String id = followUpIn(THIS_TOWN);
        signIn(Persona.TOWNSHIP_OFFICIAL, null);
        Locator card = card(id);
        card.getByLabel("网格员").fill("grid-worker");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("分派"))
                .click();
        page.waitForURL(url("/console/follow-ups"));
        visitor.close();

        open(Visitor.with(browser, system));
        signIn(Persona.GRID_WORKER, null);
        card(id).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接受"))
                .click();

        assertThat(card(id)).containsText("记录体温");
    }

    @Test
    void a_worker_does_not_see_what_is_anothers() {
        String id = followUpIn(THIS_TOWN);
        assign(id, "another-worker");
        signIn(Persona.GRID_WORKER, null);

        page.navigate(url("/console/follow-ups/" + id));

        assertThat(page.locator("h1")).hasText("没有这一页");
    }

    @Test
    void an_official_of_a_town_does_not_see_another_towns() {
        String id = followUpIn(OTHER_TOWN);
        signIn(Persona.TOWNSHIP_OFFICIAL, null);
        assertThat(page.locator("main")).not().containsText(id.substring(0, 8));

        page.navigate(url("/console/follow-ups/" + id));

        assertThat(page.locator("h1")).hasText("没有这一页");
    }

    @Test
    void who_has_no_follow_ups_to_do_is_told_so() {
        signIn(Persona.AUDITOR, null);

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    private Locator unsent() {
        return page.locator("#unsent");
    }

    private Locator card(String id) {
        return page.locator("article.card").filter(new Locator.FilterOptions().setHasText(id.substring(0, 8)));
    }

    private void write(String temperature) {
        page.getByLabel("体温").fill(temperature);
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
    }

    private void writeUnsent(String temperature) {
        page.route(ENTRIES, Route::abort);
        write(temperature);
        assertThat(unsent()).containsText("未发送 1 条");
    }

    private static void correct(Locator correction, String temperature) {
        correction.getByLabel("体温").fill(temperature);
        correction.locator("button").click();
    }

    private static Route.FulfillOptions answer(int status) {
        return new Route.FulfillOptions().setStatus(status);
    }

    /** Looked up from a page that is there for everybody. */
    private Object entriesOnThisPhone() {
        Page other = visitor.window().newPage();
        other.navigate(url("/look/look.css"));
        return other.evaluate("localStorage.length");
    }

    private void signIn(Persona persona, @Nullable String id) {
        visitor.signIn(persona, Service.REGISTRY_SERVICE, "/console/follow-ups" + (id == null ? "" : "/" + id));
    }

    private String url(String path) {
        return visitor.url(Service.REGISTRY_SERVICE, path);
    }

    /** One that the grid worker has accepted. */
    private String accepted() {
        String id = followUpIn(THIS_TOWN);
        assign(id, "grid-worker");
        api.registry(Persona.GRID_WORKER)
                .header("If-Match", "*")
                .post("/v1/follow-ups/" + id + "/acceptance")
                .then()
                .statusCode(200);
        return id;
    }

    private void assign(String id, String worker) {
        api.registry(Persona.COUNTY_OFFICIAL)
                .header("If-Match", "*")
                .body(Map.of("assignee", worker))
                .post("/v1/follow-ups/" + id + "/assignment")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse followUp(String id) {
        return api.registry(Persona.COUNTY_OFFICIAL)
                .get("/v1/follow-ups/" + id)
                .then()
                .statusCode(200);
    }

    /** Of somebody whose fever a second measurement confirms, who goes to a town. */
    private String followUpIn(String town) {
        var gate = api.newDevice(api.newCheckpoint("上栗北高速出口"));
        String number = "E" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        var document = Map.of("documentType", "passport", "documentNumber", number);
        var traveller = new HashMap<>(document);
        traveller.put("destinationArea", town);
        var fever = Api.reading(38.6);
        fever.put("traveller", traveller);
        api.post(gate, fever);
        var recheck = Api.reading(38.4);
        recheck.put("traveller", traveller);
        recheck.put("recheckOf", fever.get("id"));
        api.post(gate, recheck);
        return await().atMost(SOON).until(() -> found(document), found -> found != null);
    }

    private @Nullable String found(Map<String, String> document) {
        String traveller = api.registry(Persona.COUNTY_OFFICIAL)
                .body(document)
                .post("/v1/travellers/search")
                .then()
                .extract()
                .path("items[0].id");
        return traveller == null
                ? null
                : api.registry(Persona.COUNTY_OFFICIAL)
                        .queryParam("limit", 500)
                        .get("/v1/follow-ups")
                        .then()
                        .extract()
                        .path("items.find { it.travellerId == '%s' }?.id".formatted(UUID.fromString(traveller)));
    }
}
