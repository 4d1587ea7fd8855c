package io.feverline.systemtests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.Pages.Listed;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Somebody who signs in, and from the first page of each service on follows every link and every form that asks, one of
 * each kind of page.
 */
final class Tour {
    private static final Map<Service, String> BEGINNINGS =
            Map.of(Service.ALERT_SERVICE, "/duty", Service.REGISTRY_SERVICE, "/console");

    private static final String LINKED =
            "links => links.map(link => new URL(link.getAttribute('href'), location).href)";

    /** What each form asks for as it is, without anything being filled in. */
    private static final String ASKED = """
            forms => forms.map(form => new URL(form.getAttribute('action') ?? '', location.href.split('?')[0])
                + '?' + new URLSearchParams(new FormData(form)))""";

    private final Page page;
    private final Persona persona;
    private final Map<Listed, String> found = new LinkedHashMap<>();
    private final Collection<String> unlisted = new TreeSet<>();
    private final Collection<String> broken = new TreeSet<>();
    private final Queue<String> ahead = new ArrayDeque<>();

    private Tour(Page page, Persona persona) {
        this.page = page;
        this.persona = persona;
    }

    /** Of a persona who has just opened a browser. */
    static Tour of(Visitor visitor, LocalSystem system, Persona persona) {
        Page page = visitor.signIn(persona, Service.ALERT_SERVICE, "/duty");
        var tour = new Tour(page, persona);
        BEGINNINGS.forEach((service, path) -> {
            String address = system.url(service).resolve(path).toString();
            if (Objects.requireNonNull(page.navigate(address)).ok()) {
                tour.look();
            }
        });
        tour.go();
        return tour;
    }

    private void go() {
        for (String address = ahead.poll(); address != null; address = ahead.poll()) {
            Optional<Listed> listed = Pages.at(path(address));
            if (listed.isPresent() && found.containsKey(listed.get())) {
                continue;
            }
            if (listed.isEmpty() && !isPage(address)) {
                continue;
            }
            Response answer = Objects.requireNonNull(page.navigate(address));
            if (answer.ok()) {
                look();
            } else {
                broken.add(answer.status() + " " + path(address));
            }
        }
    }

    /** What is where the browser is now. */
    private void look() {
        Pages.at(path(page.url())).ifPresentOrElse(this::lookFrom, () -> unlisted.add(path(page.url())));
    }

    /** What is to be seen from a page, which is there now. */
    private void lookFrom(Listed listed) {
        String here = page.url();
        if (found.putIfAbsent(listed, here) != null) {
            return;
        }
        ahead.addAll(addresses("main a[href]:not([download]), .tabs a[href]", LINKED));
        ahead.addAll(addresses("main form[method=get]", ASKED));
        for (Listed next : Pages.all()) {
            if (listed.path().equals(next.from()) && next.seers().contains(persona)) {
                show(page, next);
                lookFrom(next);
            }
        }
    }

    /** Brings a browser to a page that was found. */
    void show(Page browser, Listed listed) {
        Consumer<Page> how = listed.how();
        if (how == null) {
            browser.navigate(Objects.requireNonNull(found.get(listed)));
        } else {
            Listed before = Pages.at(Objects.requireNonNull(listed.from())).orElseThrow();
            browser.navigate(Objects.requireNonNull(found.get(before)));
            Response answer = browser.waitForResponse(
                    response -> response.request().isNavigationRequest() && response.status() / 100 != 3,
                    () -> how.accept(browser));
            browser.waitForLoadState();
            if (!answer.ok() || !listed.isAt(path(answer.url()))) {
                throw new AssertionError("%s leads not to %s but to %d at %s"
                        .formatted(before, listed, answer.status(), path(answer.url())));
            }
        }
    }

    private List<String> addresses(String of, String script) {
        return ((Collection<?>) page.locator(of).evaluateAll(script))
                .stream()
                        .map(Object::toString)
                        .filter(address -> BEGINNINGS.values().stream()
                                .anyMatch(beginning -> path(address).startsWith(beginning)))
                        .toList();
    }

    /** Files are none. */
    private boolean isPage(String address) {
        return page.request()
                .get(address)
                .headers()
                .getOrDefault("content-type", "")
                .startsWith("text/html");
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    /** The pages that were come to. */
    Set<Listed> found() {
        return found.keySet();
    }

    /** Paths of pages that {@link Pages} does not know. */
    Collection<String> unlisted() {
        return unlisted;
    }

    /** Links that lead nowhere, with the status that they were answered with. */
    Collection<String> broken() {
        return broken;
    }
}
