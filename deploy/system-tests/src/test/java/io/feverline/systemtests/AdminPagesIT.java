package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators do in a browser, which runs no script. */
@ExtendWith({SharedSystem.class, Chromium.class})
class AdminPagesIT {
    private static final String HEADER = "id,name,kind,area_code,direction,latitude,longitude\r\n";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String id = "imported-" + UUID.randomUUID();

    private Api api;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void openAWindowWithoutScript(LocalSystem system, Browser browser) {
        api = new Api(system);
        visitor = Visitor.withoutScript(browser, system);
        page = visitor.page();
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @Test
    void a_bad_row_is_named_by_its_line_and_column() {
        preview(HEADER + row(id, "highway-exit") + row(id + "-2", "motorway"), UTF_8);

        assertThat(page.locator("table").first().locator("tbody tr"))
                .hasText(Pattern.compile("3\\s*kind\\s*须形如 highway-exit.*"));
    }

    @Test
    void what_has_a_bad_row_cannot_be_imported() {
        preview(HEADER + row(id, "highway-exit") + row(id + "-2", "motorway"), UTF_8);

        assertThat(page.getByRole(AriaRole.BUTTON, named("确认导入"))).hasCount(0);
    }

    @Test
    void a_preview_writes_nothing() {
        preview(HEADER + row(id, "highway-exit"), UTF_8);

        assertThat(statusOf(id)).isEqualTo(404);
    }

    @Test
    void what_was_previewed_is_imported_when_somebody_confirms_it() {
        preview(HEADER + row(id, "highway-exit"), UTF_8);

        page.getByRole(AriaRole.BUTTON, named("确认导入 1 行")).click();

        assertThat(page.locator(".notice.done")).containsText("新增 1");
        assertThat(statusOf(id)).isEqualTo(200);
    }

    @Test
    void a_file_that_excel_of_china_saved_is_shown_as_it_was_written() {
        preview(HEADER + row(id, "highway-exit"), Charset.forName("GB18030"));

        assertThat(page.locator("table tbody")).containsText("上栗收费站");
    }

    @Test
    void what_was_pasted_is_previewed_too() {
        signIn(Persona.ADMIN, "/console/import/checkpoints");
        page.getByLabel("或粘贴内容").fill(HEADER + row(id, "highway-exit"));

        page.getByRole(AriaRole.BUTTON, named("预览")).click();

        assertThat(page.getByRole(AriaRole.BUTTON, named("确认导入 1 行"))).isVisible();
    }

    @Test
    void the_new_key_of_a_device_opens_the_door() {
        String device = api.newDevice(api.newCheckpoint("上栗收费站")).deviceId();
        signIn(Persona.ADMIN, "/console/devices/" + device);

        page.getByRole(AriaRole.BUTTON, named("增发密钥")).click();
        String key = page.locator("dl.facts code").innerText();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(api.gateway(key).get("/v1/device").statusCode())
                                .isEqualTo(200));
    }

    @Test
    void the_new_key_of_a_device_is_not_shown_again() {
        String device = api.newDevice(api.newCheckpoint("上栗收费站")).deviceId();
        signIn(Persona.ADMIN, "/console/devices/" + device);
        page.getByRole(AriaRole.BUTTON, named("增发密钥")).click();
        String key = page.locator("dl.facts code").innerText();

        page.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console/devices/" + device));

        assertThat(page.content()).doesNotContain(key);
    }

    @Test
    void a_device_is_revoked_when_somebody_confirms_it() {
        String device = api.newDevice(api.newCheckpoint("上栗收费站")).deviceId();
        signIn(Persona.ADMIN, "/console/devices/" + device);

        page.getByRole(AriaRole.BUTTON, named("吊销设备")).click();
        page.getByRole(AriaRole.BUTTON, named("吊销")).click();

        assertThat(page.locator("dl.facts .tag")).hasText("已吊销");
    }

    @Test
    void a_checkpoint_is_changed_on_its_page() {
        String checkpoint = api.newCheckpoint("上栗收费站");
        signIn(Persona.ADMIN, "/console/checkpoints/" + checkpoint);

        page.getByLabel("名称").fill("上栗东收费站");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();

        assertThat(page.locator("h1")).hasText("上栗东收费站");
    }

    @Test
    void who_saw_an_older_version_changes_nothing() {
        String checkpoint = api.newCheckpoint("上栗收费站");
        signIn(Persona.ADMIN, "/console/checkpoints/" + checkpoint);
        var other = visitor.window().newPage();
        other.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console/checkpoints/" + checkpoint));
        other.getByLabel("名称").fill("上栗西收费站");
        other.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(other.locator("h1")).hasText("上栗西收费站");

        page.getByLabel("名称").fill("上栗东收费站");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();

        assertThat(page.locator("h1")).hasText("内容已变化");
    }

    @Test
    void a_key_region_is_listed_and_ended() {
        signIn(Persona.COUNTY_OFFICIAL, "/console/key-regions");
        page.getByText("列入重点地区").click();
        page.getByLabel("名称").fill("演练市");
        page.getByLabel("编号").fill(id);
        page.getByLabel("来源区划代码").fill("990000");
        page.getByLabel("依据").fill("演练通告第 1 号");
        page.getByRole(AriaRole.BUTTON, named("列入")).click();
        assertThat(page.locator("dl.facts")).containsText("生效中");

        page.getByRole(AriaRole.BUTTON, named("结束")).click();

        assertThat(page.locator("dl.facts")).containsText("已定结束");
    }

    @Test
    void who_came_from_a_key_region_is_listed_and_leads_to_the_traveller() {
        listed();
        var reading = Api.reading(36.6);
        reading.put(
                "traveller",
                Map.of(
                        "documentType",
                        "passport",
                        "documentNumber",
                        "E" + Math.abs(id.hashCode() % 100_000_000),
                        "originArea",
                        "990100"));
        api.post(api.newDevice(api.newCheckpoint("上栗省界通道")), reading);
        signIn(Persona.COUNTY_OFFICIAL, "/console/arrivals?region=" + id);
        Locator row = page.locator("tbody tr");
        await().atMost(PATIENCE).until(() -> {
            page.reload();
            return row.count() > 0;
        });
        assertThat(row).containsText("上栗省界通道");

        row.getByRole(AriaRole.LINK).first().click();

        assertThat(page.locator("ol.timeline")).containsText("上栗省界通道");
    }

    @Test
    void an_official_does_not_import_checkpoints() {
        signIn(Persona.COUNTY_OFFICIAL, "/console/import/checkpoints");

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    @Test
    void a_duty_officer_does_not_see_who_came_from_key_regions() {
        signIn(Persona.DUTY_OFFICER, "/console/arrivals");

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    private void listed() {
        api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of(
                        "id", id,
                        "name", "演练市",
                        "areaPrefix", "990000",
                        "validFrom", "2020-01-26T08:00:00+08:00",
                        "legalBasis", "演练通告第 3 号"))
                .post("/v1/key-regions")
                .then()
                .statusCode(201);
    }

    private void preview(String csv, Charset charset) {
        signIn(Persona.ADMIN, "/console/import/checkpoints");
        page.getByLabel("CSV 文件").setInputFiles(new FilePayload("checkpoints.csv", "text/csv", csv.getBytes(charset)));
        page.getByRole(AriaRole.BUTTON, named("预览")).click();
        assertThat(page.locator("h1")).hasText("预览");
    }

    private static String row(String id, String kind) {
        return id + ",上栗收费站," + kind + ",360322101,entry,27.88,113.79\r\n";
    }

    private int statusOf(String checkpoint) {
        return api.registry(Persona.ADMIN).get("/v1/checkpoints/" + checkpoint).statusCode();
    }

    private void signIn(Persona persona, String path) {
        visitor.signIn(persona, Service.REGISTRY_SERVICE, path);
    }
}
