package io.feverline.systemtests;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.Pages.Listed;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Somebody who signs in, and from the first page of each service on follows links and forms that ask: to each kind of
 * page once. What else a page links to is asked for without a look: of each kind of page one, and every file.
 */
final class Tour {
    private static final Map<Service, String> BEGINNINGS =
            Map.of(Service.ALERT_SERVICE, "/duty", Service.REGISTRY_SERVICE, "/console");

    private static final String LINKED =
            "links => links.map(link => new URL(link.getAttribute('href'), location).href.split('#')[0])";

    /** What each form asks for as it is, without anything being filled in. */
    private static final String ASKED = """
            forms => forms.map(form => new URL(form.getAttribute('action') ?? '', location.href.split('?')[0])
                + '?' + new URLSearchParams(new FormData(form)))""";

    /** From a page to an address, or to a kind of page. */
    private record Way(Listed from, String to) {}

    private final Page page;
    private final Persona persona;
    private final Map<Listed, String> found = new LinkedHashMap<>();
    private final Collection<String> unlisted = new TreeSet<>();
    private final Collection<String> broken = new TreeSet<>();
    private final Queue<Way> ahead = new ArrayDeque<>();
    private final Set<Way> tried = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

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
        for (Way way = ahead.poll(); way != null; way = ahead.poll()) {
            String address = way.to();
            if (asked.contains(address)) {
                continue;
            }
            Optional<Listed> listed = Pages.at(path(address));
            if (listed.isPresent() && !found.containsKey(listed.get())) {
                visit(way);
            } else if (tried.add(new Way(way.from(), listed.map(Listed::path).orElse(address)))) {
                ask(way);
            }
        }
    }

    private void visit(Way way) {
        String address = way.to();
        asked.add(address);
        Response answer = Objects.requireNonNull(page.navigate(address));
        if (answer.ok()) {
            look();
        } else {
            broken.add(told(answer.status(), way));
        }
    }

    /** What is no page of a new kind. */
    private void ask(Way way) {
        String address = way.to();
        asked.add(address);
        APIResponse answer = page.request().get(address);
        String there = path(answer.url());
        if (!answer.ok()) {
            broken.add(told(answer.status(), way));
        } else if (isPage(answer) && Pages.at(there).isEmpty()) {
            unlisted.add(there);
        }
    }

    private static String told(int status, Way way) {
        return "%d at %s, linked from %s".formatted(status, way.to(), way.from().path());
    }

    /** Files are none. */
    private static boolean isPage(APIResponse answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html");
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
        asked.add(here);
        Stream.of(
                        addresses("main a[href]:not([download]), .tabs a[href]", LINKED),
                        addresses("main form[method=get]", ASKED))
                .flatMap(List::stream)
                .forEach(address -> ahead.add(new Way(listed, address)));
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
        Response answer;
        if (how == null) {
            answer = Objects.requireNonNull(browser.navigate(Objects.requireNonNull(found.get(listed))));
        } else {
            Listed before = Pages.at(Objects.requireNonNull(listed.from())).orElseThrow();
            browser.navigate(Objects.requireNonNull(found.get(before)));
            answer = browser.waitForResponse(
                    response -> response.request().isNavigationRequest() && response.status() / 100 != 3,
                    () -> how.accept(browser));
        }
        if (!answer.ok() || !listed.isAt(path(answer.url()))) {
            throw new AssertionError(
                    "instead of %s there is %d at %s".formatted(listed, answer.status(), path(answer.url())));
        }
        browser.waitForURL(url -> listed.isAt(path(url)));
    }

    private List<String> addresses(String of, String script) {
        return ((Collection<?>) page.locator(of).evaluateAll(script))
                .stream()
                        .map(Object::toString)
                        .filter(address -> BEGINNINGS.values().stream()
                                .anyMatch(beginning -> path(address).startsWith(beginning)))
                        .toList();
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
