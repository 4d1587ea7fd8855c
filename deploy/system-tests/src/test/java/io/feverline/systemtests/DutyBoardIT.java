package io.feverline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What duty officers see, in a browser. */
@ExtendWith({SharedSystem.class, Chromium.class})
class DutyBoardIT {
    private static final double A_SECOND = 1_000;

    private LocalSystem system;
    private Api api;
    private BrowserContext window;
    private Page page;

    @BeforeEach
    void openAWindow(LocalSystem running, Browser browser) {
        system = running;
        api = new Api(running);
        window = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
        page = window.newPage();
    }

    @AfterEach
    void closeIt() {
        window.close();
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

    private void signIn(Persona persona) {
        page.navigate(board());
        page.getByRole(AriaRole.BUTTON, named(persona.title())).click();
        page.waitForURL(board());
    }

    private String board() {
        return system.url(Service.ALERT_SERVICE).resolve("/duty").toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
