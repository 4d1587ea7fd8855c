package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Officials who look for a traveller, in a browser that runs no script: old office PCs do not always. */
@ExtendWith({SharedSystem.class, Chromium.class})
class SearchPagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Api api;
    private Visitor visitor;

    @BeforeEach
    void openAWindowWithoutScript(LocalSystem system, Browser browser) {
        api = new Api(system);
        visitor = Visitor.withoutScript(browser, system);
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @Test
    void an_official_finds_where_a_traveller_has_been() {
        String document = newDocument();
        passed("上栗西高速出口", document);

        Page page = search(Persona.COUNTY_OFFICIAL, document);

        assertThat(page.locator("ol.timeline")).containsText("上栗西高速出口");
        assertThat(page.locator("table")).containsText("36.6 ℃");
    }

    @Test
    void a_document_that_nobody_has_shown_is_said_to_be_unknown() {
        Page page = search(Persona.COUNTY_OFFICIAL, newDocument());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有在您的辖区内出现过");
    }

    @Test
    void a_vehicle_is_found_by_its_plate() {
        String plate = "赣J" + number(10_000, 99_999);
        var reading = Api.reading(36.6);
        reading.put("vehicle", Map.of("plate", plate, "kind", "coach"));
        api.post(api.newDevice(api.newCheckpoint("上栗长途站")), reading);
        await().atMost(PATIENCE).until(() -> isKnown("/v1/vehicles/search", Map.of("plate", plate)));

        Page page = visitor.signIn(Persona.COUNTY_OFFICIAL, Service.REGISTRY_SERVICE, "/console/search");
        page.getByLabel("号牌").fill(plate);
        page.getByRole(AriaRole.BUTTON, named("查车辆")).click();

        assertThat(page.locator("ol.timeline")).containsText("上栗长途站");
    }

    @Test
    void whom_a_traveller_has_met_is_listed() {
        String document = newDocument();
        var gate = api.newDevice(api.newCheckpoint("金山检查点"));
        post(gate, document);
        post(gate, newDocument());
        awaitTraveller(document);

        Page page = search(Persona.COUNTY_OFFICIAL, document);
        page.getByText("密切接触者").click();

        assertThat(page.locator("table").first()).containsText("同一检测点");
        assertThat(page.locator("table").first()).containsText("金山检查点");
    }

    @Test
    void who_a_traveller_is_shows_masked_to_who_states_a_purpose() {
        String document = newDocument();
        passed("福田检查点", document);
        Page page = search(Persona.COUNTY_OFFICIAL, document);

        page.getByLabel("用途").fill("密切接触者追踪");
        page.getByRole(AriaRole.BUTTON, named("打开（掩码）")).click();

        assertThat(page.locator("dl.identity")).containsText("*");
        assertThat(page.locator("dl.identity")).not().containsText(document);
    }

    @Test
    void a_duty_officer_opens_an_identity_in_an_emergency_alone() {
        String document = newDocument();
        passed("鸡冠山检查点", document);
        Page page = search(Persona.DUTY_OFFICER, document);
        assertThat(page.getByLabel("用途")).hasCount(0);

        page.getByText("紧急打开").first().click();
        page.getByLabel("紧急事由").fill("旅客晕倒，联系家属");
        page.getByRole(AriaRole.BUTTON, named("紧急打开")).click();

        assertThat(page.locator("dl.identity")).containsText(document);
    }

    @Test
    void an_official_publishes_yesterdays_bulletin() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        Page page = visitor.signIn(
                Persona.TOWNSHIP_OFFICIAL, Service.REGISTRY_SERVICE, "/console/bulletins/draft?day=" + yesterday);

        page.getByRole(AriaRole.BUTTON, named("发布")).click();

        assertThat(page).hasURL(Pattern.compile(".*/console/bulletins/360322101/" + yesterday));
        assertThat(page.locator("main")).containsText("第 1 版");
    }

    @Test
    void the_countys_bulletin_is_not_corrected_by_a_towns_official() {
        String bulletin = "360322/2020-01-26";
        api.registry(Persona.COUNTY_OFFICIAL)
                .body("{}")
                .post("/v1/bulletins/" + bulletin)
                .then()
                .statusCode(201);
        Page page =
                visitor.signIn(Persona.TOWNSHIP_OFFICIAL, Service.REGISTRY_SERVICE, "/console/bulletins/" + bulletin);
        assertThat(page.locator("main")).containsText("第 1 版");
        assertThat(page.getByRole(AriaRole.LINK, named("更正并发布新版"))).hasCount(0);

        page.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console/bulletins/draft?area=360322&day=2020-01-26"));

        assertThat(page.locator("article.problem .status")).hasText("403");
    }

    @Test
    void who_is_signed_in_at_the_board_is_at_the_console() {
        Page page = visitor.signIn(Persona.COUNTY_OFFICIAL, Service.ALERT_SERVICE, "/duty");

        page.getByRole(AriaRole.LINK, named("业务台")).click();

        assertThat(page.locator("h1")).hasText("查旅客或车辆");
    }

    @Test
    void what_is_wrong_with_an_address_is_said_by_its_part() {
        Page page =
                visitor.signIn(Persona.COUNTY_OFFICIAL, Service.REGISTRY_SERVICE, "/console/bulletins/draft?area=12");

        assertThat(page.locator("article.problem li")).containsText("area: 须形如");
        assertThat(page.locator("article.problem")).not().containsText("服务出错");
    }

    @Test
    void who_may_not_search_is_told_so() {
        Page page = visitor.signIn(Persona.GRID_WORKER, Service.REGISTRY_SERVICE, "/console/search");

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    private void passed(String checkpoint, String document) {
        post(api.newDevice(api.newCheckpoint(checkpoint)), document);
        awaitTraveller(document);
    }

    private void post(Api.Gate gate, String document) {
        var reading = Api.reading(36.6);
        reading.put("traveller", Map.of("documentType", "passport", "documentNumber", document, "name", "Ada Byron"));
        api.post(gate, reading);
    }

    private void awaitTraveller(String document) {
        await().atMost(PATIENCE)
                .until(() -> isKnown(
                        "/v1/travellers/search", Map.of("documentType", "passport", "documentNumber", document)));
    }

    private boolean isKnown(String search, Map<String, String> query) {
        return !api.registry(Persona.COUNTY_OFFICIAL)
                .body(query)
                .post(search)
                .jsonPath()
                .getList("items")
                .isEmpty();
    }

    private Page search(Persona persona, String document) {
        Page page = visitor.signIn(persona, Service.REGISTRY_SERVICE, "/console/search");
        page.getByLabel("证件类型").selectOption("passport");
        page.getByLabel("证件号码").fill(document);
        page.getByRole(AriaRole.BUTTON, named("查旅客")).click();
        return page;
    }

    private static String newDocument() {
        return "E" + number(10_000_000, 99_999_999);
    }

    private static int number(int from, int to) {
        return ThreadLocalRandom.current().nextInt(from, to);
    }
}
