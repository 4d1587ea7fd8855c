package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What auditors see, in a browser that runs no script. */
@ExtendWith({SharedSystem.class, Chromium.class})
class AuditPageIT {
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
    void an_officials_deed_is_found_by_who_did_it_and_what_it_was() {
        String region = "audited-" + UUID.randomUUID();
        list(region);
        signIn(Persona.AUDITOR, "/console/audit");

        page.getByLabel("操作人").fill(Persona.COUNTY_OFFICIAL.username());
        page.locator("select[name=act]").selectOption("key-region.list");
        page.getByRole(AriaRole.BUTTON, named("显示")).click();

        assertThat(page.locator("tbody tr").first()).containsText("列入重点地区");
        assertThat(page.locator("tbody tr").first()).containsText(region);
    }

    @Test
    void what_was_done_to_something_is_found_by_its_id() {
        String region = "audited-" + UUID.randomUUID();
        list(region);
        signIn(Persona.AUDITOR, "/console/audit");

        page.getByLabel("对象编号").fill(region);
        page.getByRole(AriaRole.BUTTON, named("显示")).click();

        assertThat(page.locator("tbody tr").filter(withText("列入重点地区"))).hasCount(1);
    }

    @Test
    void nothing_is_found_of_days_that_are_long_over() {
        signIn(Persona.AUDITOR, "/console/audit");

        page.getByLabel("至", new Page.GetByLabelOptions().setExact(true)).fill("2003-01-26");
        page.getByRole(AriaRole.BUTTON, named("显示")).click();

        assertThat(page.locator(".empty")).hasText("没有符合条件的记录。");
    }

    @Test
    void the_chain_is_verified_and_the_outcome_told() {
        signIn(Persona.AUDITOR, "/console/audit");

        page.getByRole(AriaRole.BUTTON, named("核验审计链")).click();

        assertThat(page.locator(".notice")).containsText("完好");
        assertThat(page.locator("dl.facts")).containsText("是：只能追加");
    }

    @Test
    void an_official_does_not_read_the_log() {
        signIn(Persona.COUNTY_OFFICIAL, "/console/audit");

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    private void list(String region) {
        api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of(
                        "id", region,
                        "name", "演练市",
                        "areaPrefix", "990000",
                        "validFrom", "2020-01-26T08:00:00+08:00",
                        "legalBasis", "演练通告第 2 号"))
                .post("/v1/key-regions")
                .then()
                .statusCode(201);
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void signIn(Persona persona, String path) {
        visitor.signIn(persona, Service.REGISTRY_SERVICE, path);
    }
}
