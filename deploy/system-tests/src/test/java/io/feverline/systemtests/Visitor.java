package io.feverline.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.util.Map;

/** Somebody at a browser of their own, who reads Chinese. */
final class Visitor implements AutoCloseable {
    private final LocalSystem system;
    private final BrowserContext window;
    private final Page page;

    private Visitor(LocalSystem system, BrowserContext window) {
        this.system = system;
        this.window = window;
        page = window.newPage();
    }

    static Visitor with(Browser browser, LocalSystem system) {
        return new Visitor(system, browser.newContext(options()));
    }

    /** Whose browser runs no script. */
    static Visitor withoutScript(Browser browser, LocalSystem system) {
        return new Visitor(system, browser.newContext(options().setJavaScriptEnabled(false)));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("zh-CN");
    }

    Page page() {
        return page;
    }

    BrowserContext window() {
        return window;
    }

    /** Asks for a page, is asked to sign in, does, and is on the page that was asked for. */
    Page signIn(Persona persona, Service service, String path) {
        page.navigate(url(service, path));
        page.getByRole(AriaRole.BUTTON, named(persona.title())).click();
        page.waitForURL(url -> url.startsWith(url(service, "/")));
        return page;
    }

    /** The same as somebody of the same role whose area is another province's, so that there is nothing for them. */
    void signInFromElsewhere(Persona persona, Service service, String path) {
        signInAsAnother(persona, service, path, Map.of("name", "elsewhere", "area", "110101"));
    }

    /** The same as somebody of the same role and area. */
    void signInAsColleague(Persona persona, Service service, String path) {
        signInAsAnother(persona, service, path, Map.of("name", "colleague"));
    }

    private void signInAsAnother(Persona persona, Service service, String path, Map<String, String> other) {
        page.navigate(url(service, path));
        page.getByRole(AriaRole.BUTTON, named(persona.title())).evaluate("""
                (button, { name, ...others }) => {
                  const { username, claims } = button.form;
                  username.value += '-' + name;
                  claims.value = JSON.stringify({ ...JSON.parse(claims.value), sub: username.value, ...others });
                  button.click();
                }""", other);
        page.waitForURL(url -> url.startsWith(url(service, "/")));
    }

    /** What makes another window theirs too. */
    String session() {
        return window.storageState();
    }

    String url(Service service, String path) {
        return system.url(service).resolve(path).toString();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        window.close();
    }
}
