package io.feverline.systemtests;

import static io.feverline.local.Persona.ADMIN;
import static io.feverline.local.Persona.AUDITOR;
import static io.feverline.local.Persona.COUNTY_OFFICIAL;
import static io.feverline.local.Persona.DUTY_OFFICER;
import static io.feverline.local.Persona.GRID_WORKER;
import static io.feverline.local.Persona.TOWNSHIP_OFFICIAL;

import com.microsoft.playwright.Page;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every page that somebody can come to. A new one is a line here, and {@link PagesIT} says so if it is forgotten. */
final class Pages {
    private static final List<Persona> WATCH = List.of(DUTY_OFFICER, COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, ADMIN);
    private static final List<Persona> SEARCHERS = List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, DUTY_OFFICER);
    private static final List<Persona> OFFICIALS = List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL);
    private static final List<Persona> SUPERVISORS = List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, AUDITOR, ADMIN);
    private static final List<Persona> NOT_GRID_WORKERS =
            List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, DUTY_OFFICER, AUDITOR, ADMIN);
    private static final List<Persona> EVERYBODY =
            List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, DUTY_OFFICER, GRID_WORKER, AUDITOR, ADMIN);

    private static final List<Listed> ALL = List.of(
            page("duty-board", "/duty", WATCH),
            page("duty-alert", "/duty/alerts/{id}", WATCH),
            page("duty-checkpoints", "/duty/checkpoints", WATCH),
            page("duty-devices", "/duty/devices", List.of(DUTY_OFFICER, ADMIN)),
            page("duty-device-alert", "/duty/devices/{id}", List.of(DUTY_OFFICER, ADMIN)),
            page("duty-clusters", "/duty/clusters", WATCH),
            page("duty-charts", "/duty/charts", WATCH),
            page("duty-handovers", "/duty/handover", List.of(DUTY_OFFICER, COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL)),
            page("duty-handover", "/duty/handover/{id}", List.of(DUTY_OFFICER, COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL)),
            page("console-search", "/console/search", SEARCHERS),
            page("console-traveller", "/console/travellers/{id}", SEARCHERS).by("/console/search", form -> {
                form.locator("[name=documentType]").selectOption("passport");
                find(form, "[name=documentNumber]", Passers.DOCUMENT);
            }),
            page("console-contacts", "/console/travellers/{id}/contacts", SEARCHERS),
            page("console-vehicle", "/console/vehicles/{id}", SEARCHERS)
                    .by("/console/search", form -> find(form, "[name=plate]", Passers.PLATE)),
            page("console-bulletins", "/console/bulletins", EVERYBODY),
            page("console-bulletin-draft", "/console/bulletins/draft", List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL)),
            page("console-bulletin", "/console/bulletins/{area}/{day}", EVERYBODY),
            page("console-identity", "/console/travellers/{id}/identity", OFFICIALS)
                    .by("/console/travellers/{id}", form -> {
                        form.locator("form[action$='/identity'] [name=purpose]").fill("密切接触者追踪");
                        form.locator("form[action$='/identity'] button").first().click();
                    }),
            page("console-arrivals", "/console/arrivals", OFFICIALS),
            page("console-overdue-exits", "/console/overdue-exits", SEARCHERS),
            page("console-key-regions", "/console/key-regions", EVERYBODY),
            page("console-key-region", "/console/key-regions/{id}", NOT_GRID_WORKERS),
            page("console-checkpoints", "/console/checkpoints", EVERYBODY),
            page("console-checkpoint", "/console/checkpoints/{id}", EVERYBODY),
            page("console-enrolment-codes", "/console/checkpoints/{id}/enrolments", List.of(ADMIN))
                    .by(
                            "/console/checkpoints/{id}",
                            form -> form.locator("form[action$='/enrolments'] button")
                                    .click()),
            page("console-devices", "/console/devices", EVERYBODY),
            page("console-device", "/console/devices/{id}", EVERYBODY),
            page("console-device-revoke", "/console/devices/{id}/revoke", List.of(ADMIN)),
            page("console-import", "/console/import/{kind}", List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, ADMIN)),
            page("console-follow-ups", "/console/follow-ups", List.of(GRID_WORKER, COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL)),
            page(
                    "console-follow-up",
                    "/console/follow-ups/{id}",
                    List.of(GRID_WORKER, COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL)),
            page("console-reports", "/console/reports", NOT_GRID_WORKERS),
            page("console-reports-missing", "/console/reports/missing", SUPERVISORS),
            page(
                    "console-reports-discrepancies",
                    "/console/reports/discrepancies",
                    List.of(COUNTY_OFFICIAL, TOWNSHIP_OFFICIAL, AUDITOR)),
            page("console-report", "/console/reports/{checkpoint}/{day}/{shift}", NOT_GRID_WORKERS),
            page("console-completeness", "/console/completeness", SUPERVISORS),
            page("console-audit", "/console/audit", List.of(AUDITOR)),
            page("console-audit-verified", "/console/audit/verifications", List.of(AUDITOR))
                    .by(
                            "/console/audit",
                            form -> form.locator("form[action$='/verifications'] button")
                                    .click()));

    private Pages() {}

    private static void find(Page form, String field, String value) {
        form.locator(field).fill(value);
        form.locator(field).press("Enter");
    }

    /**
     * A page.
     *
     * @param name what its pictures are called
     * @param path with a name in braces for each part that is another one each time
     * @param seers who may see it; the first of them shows it
     * @param from the page whose form leads to it; null if links do
     * @param how what is done on that page
     */
    record Listed(
            String name,
            String path,
            List<Persona> seers,
            @Nullable String from,
            @Nullable Consumer<Page> how) {
        Listed by(String page, Consumer<Page> form) {
            return new Listed(name, path, seers, page, form);
        }

        Persona shownTo() {
            return seers.get(0);
        }

        Service service() {
            return path.startsWith("/duty") ? Service.ALERT_SERVICE : Service.REGISTRY_SERVICE;
        }

        boolean isAt(String address) {
            return Pattern.matches(path.replaceAll("\\{[a-z]+}", "[^/]+"), address);
        }

        @Override
        public String toString() {
            return path;
        }
    }

    private static Listed page(String name, String path, List<Persona> seers) {
        return new Listed(name, path, seers, null, null);
    }

    static List<Listed> all() {
        return ALL;
    }

    /** What somebody may see. */
    static List<Listed> of(Persona persona) {
        return ALL.stream().filter(page -> page.seers().contains(persona)).toList();
    }

    /** The page at a path, if it is listed: as it stands there rather than by braces. */
    static Optional<Listed> at(String path) {
        return ALL.stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .or(() -> ALL.stream().filter(page -> page.isAt(path)).findFirst());
    }
}
