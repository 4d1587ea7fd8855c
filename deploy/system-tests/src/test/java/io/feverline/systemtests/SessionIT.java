package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.Pages.Listed;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs in sees what is theirs, until they sign out; and nobody else's page acts in their name. */
@ExtendWith({SharedSystem.class, Chromium.class})
class SessionIT {
    private LocalSystem system;
    private Visitor visitor;

    @BeforeEach
    void openAWindow(LocalSystem running, Browser browser) {
        system = running;
        visitor = Visitor.with(browser, running);
    }

    @AfterEach
    void closeIt() {
        visitor.close();
    }

    @ParameterizedTest
    @EnumSource
    void somebody_is_named_and_sees_their_tabs_alone(Persona persona) {
        Page page = visitor.signIn(persona, Service.ALERT_SERVICE, "/duty");

        PlaywrightAssertions.assertThat(page.locator(".who")).hasText(persona.username());
        assertThat(tabs(page)).isSubsetOf(paths(persona));
        assertThat(tabs(page).isEmpty()).as("no tabs").isEqualTo(!paths(persona).contains("/duty"));
    }

    private static List<String> paths(Persona persona) {
        return Pages.of(persona).stream().map(Listed::path).toList();
    }

    private static List<String> tabs(Page page) {
        return page.locator(".tabs a").all().stream()
                .map(tab -> tab.getAttribute("href"))
                .filter(path -> path.startsWith("/duty"))
                .toList();
    }

    @Test
    void who_signs_out_at_the_board_is_out_at_the_console() {
        Page page = visitor.signIn(Persona.COUNTY_OFFICIAL, Service.ALERT_SERVICE, "/duty");
        page.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console"));
        PlaywrightAssertions.assertThat(page.locator(".who")).isVisible();
        page.navigate(visitor.url(Service.ALERT_SERVICE, "/duty"));

        page.getByText("退出").click();
        page.navigate(visitor.url(Service.REGISTRY_SERVICE, "/console"));

        PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile("登录.*"));
    }

    /** By a page of the same site, so that the browser sends the session with it: the origin alone tells them apart. */
    @Test
    void a_form_on_another_page_does_nothing_in_somebodys_name() {
        var api = new Api(system);
        var fever = Api.reading(38.8);
        api.post(api.newDevice(api.newCheckpoint("上栗南高速出口")), fever);
        Page page = visitor.signIn(Persona.DUTY_OFFICER, Service.ALERT_SERVICE, "/duty");
        page.locator("#board tbody tr")
                .filter(new Locator.FilterOptions().setHasText("38.8"))
                .first()
                .locator("a")
                .first()
                .click();
        String address = page.url();
        String seen = page.locator("input[name=seen]").first().inputValue();

        page.navigate(system.issuer() + "/.well-known/openid-configuration");
        Response answer = page.waitForResponse(
                address + "/actions", () -> page.evaluate(POST, Map.of("to", address + "/actions", "seen", seen)));

        assertThat(answer.request().allHeaders()).containsKey("cookie");
        assertThat(answer.status()).isEqualTo(403);
        Page again = visitor.window().newPage();
        again.navigate(address);
        PlaywrightAssertions.assertThat(again.locator("dl.facts")).containsText("待接警");
    }

    private static final String POST = """
            ({ to, seen }) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = to;
              for (const [name, value] of [['action', 'acknowledge'], ['seen', seen]]) {
                const field = document.createElement('input');
                field.name = name;
                field.value = value;
                form.append(field);
              }
              document.body.append(form);
              form.submit();
            }""";
}
