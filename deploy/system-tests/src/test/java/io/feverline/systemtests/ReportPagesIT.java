package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.feverline.systemtests.Visitor.named;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Daily reports, in a browser that runs no script: they have to be signed on whatever there is. */
@ExtendWith({SharedSystem.class, Chromium.class})
class ReportPagesIT {
    private static final String THIS_TOWN = "360322101";
    private static final String OTHER_TOWN = "360322102";

    /** Its shifts have ended, and their cutoffs are over, but for the night's. */
    private final LocalDate yesterday =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);

    private LocalSystem system;
    private Api api;
    private Visitor visitor;
    private Page page;

    @BeforeEach
    void openAWindowWithoutScript(LocalSystem running, Browser browser) {
        system = running;
        api = new Api(running);
        visitor = Visitor.withoutScript(browser, running);
        page = visitor.page();
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @Test
    void a_person_signs_a_report() {
        signIn(Persona.DUTY_OFFICER, report(checkpointIn(THIS_TOWN)));

        sign("0");

        assertThat(page.locator(".badges")).hasText("迟报");
        assertThat(history()).containsText("duty-officer");
    }

    @Test
    void a_figure_that_no_device_counted_is_told_beside_it() {
        signIn(Persona.DUTY_OFFICER, report(checkpointIn(THIS_TOWN)));
        page.getByLabel("检测人次").fill("5");

        sign("0");

        assertThat(row("检测人次")).containsText("多报 5");
        assertThat(row("初测发热")).containsText("一致");
    }

    @Test
    void a_correction_says_why_and_what_was_signed_stays() {
        signIn(Persona.DUTY_OFFICER, report(checkpointIn(THIS_TOWN)));
        sign("2");

        correct("1", "数错了");

        assertThat(page.locator(".badges")).hasText("已更正");
        assertThat(history()).hasCount(2);
        assertThat(history().first()).containsText("数错了");
    }

    @Test
    void a_correction_of_what_somebody_else_has_corrected_since_is_refused() {
        signIn(Persona.DUTY_OFFICER, report(checkpointIn(THIS_TOWN)));
        sign("2");
        Page other = visitor.window().newPage();
        other.navigate(page.url());
        correct("1", "数错了");

        page = other;
        correct("3", "又数了一遍");

        assertThat(page.locator("article.problem")).containsText("他人已作修改");
    }

    @Test
    void an_official_sees_what_is_missing_in_their_town_and_not_elsewhere() {
        String here = checkpointIn(THIS_TOWN);
        String elsewhere = checkpointIn(OTHER_TOWN);
        signIn(Persona.TOWNSHIP_OFFICIAL, "/console/reports/missing?day=" + yesterday);

        assertThat(page.locator("a[href='" + report(here) + "']")).isVisible();
        assertThat(page.locator("a[href='" + report(elsewhere) + "']")).hasCount(0);
    }

    @Test
    void the_board_of_a_period_up_to_today_leads_to_the_last_reports_that_a_town_lacks() {
        String here = checkpointIn(THIS_TOWN);
        signIn(
                Persona.COUNTY_OFFICIAL,
                "/console/completeness?from=%s&to=%s".formatted(yesterday, yesterday.plusDays(1)));

        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(THIS_TOWN))
                .locator("a.critical")
                .click();

        // Of yesterday, or in the late evening of today.
        assertThat(page.locator("a[href^='/console/reports/" + here + "/']").first())
                .isVisible();
    }

    @Test
    void without_script_times_are_the_countys() {
        signIn(Persona.DUTY_OFFICER, report(checkpointIn(THIS_TOWN)));

        assertThat(page.locator("dl.facts time").first()).hasText(yesterday + " 08:00 +08:00");
    }

    @Test
    void who_has_no_reports_to_sign_or_see_is_told_so() {
        signIn(Persona.GRID_WORKER, "/console/reports");

        assertThat(page.locator("h1")).hasText("没有权限");
    }

    private void sign(String referred) {
        page.getByLabel("转诊").fill(referred);
        page.getByRole(AriaRole.BUTTON, named("签报")).click();
    }

    private void correct(String referred, String why) {
        page.getByText("更正报告").click();
        page.getByLabel("转诊").fill(referred);
        page.getByLabel("更正原因").fill(why);
        page.getByRole(AriaRole.BUTTON, named("更正")).click();
    }

    private Locator row(String figure) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(figure))));
    }

    /** What was signed, the newest first. */
    private Locator history() {
        return page.locator("h2 + table tbody tr");
    }

    private void signIn(Persona persona, String path) {
        visitor.signIn(persona, Service.REGISTRY_SERVICE, path);
    }

    private String report(String checkpoint) {
        return "/console/reports/%s/%s/day".formatted(checkpoint, yesterday);
    }

    /** One that was there before yesterday began. */
    private String checkpointIn(String town) {
        String id = api.newCheckpoint("上栗检查站", town);
        new Databases(system)
                .change(
                        Database.REGISTRY,
                        "UPDATE checkpoint SET registered_at = now() - interval '3 days' WHERE id = '" + id + "'");
        return id;
    }
}
