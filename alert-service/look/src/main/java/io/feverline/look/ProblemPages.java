package io.feverline.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whatever fails on a page is told on a page: the problem's own words, or what its status means. Who comes with a GET to
 * an address that only takes a form (after signing in again, or by the link to the other language) is led to the page
 * above it, where the form is.
 */
public class ProblemPages {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final MediaType TEXT = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    private final Viewer viewer;
    private final ObjectMapper json;

    ProblemPages(Viewer viewer, ObjectMapper json) {
        this.viewer = viewer;
        this.json = json;
    }

    /** The page. */
    @CheckedTemplate(basePath = "look")
    static class Templates {
        private Templates() {}

        static native TemplateInstance problem(
                int status, @Nullable String heading, @Nullable String detail, List<String> faults);
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 || !isPage(request)) {
            return;
        }
        if (response.getStatus() == Status.METHOD_NOT_ALLOWED.getStatusCode()
                && request.getMethod().equals(HttpMethod.GET)) {
            leadUp(request.getUriInfo().getPath(), response);
            return;
        }
        JsonNode problem =
                response.getEntity() == null ? json.createObjectNode() : json.valueToTree(response.getEntity());
        String detail = text(problem, "detail");
        // What asks from within a page has room for a line.
        if (request.getHeaderString("HX-Request") != null) {
            response.setEntity(line(response.getStatus(), detail, faults(problem)), null, TEXT);
            return;
        }
        String title = text(problem, "title");
        TemplateInstance page = Templates.problem(
                response.getStatus(),
                title.isEmpty() ? null : title,
                detail.isEmpty() || lacksRole(problem) ? null : detail,
                faults(problem));
        response.setEntity(viewer.reads(page).render(), null, HTML);
    }

    /** What to do about that is the page's to say; whose area it is the problem's. */
    private static boolean lacksRole(JsonNode problem) {
        return problem.path("type").asText("").endsWith(":not-allowed");
    }

    private static void leadUp(String path, ContainerResponseContext response) {
        response.setStatusInfo(Status.SEE_OTHER);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, path.substring(0, path.lastIndexOf('/')));
        response.setEntity(null);
    }

    private static String line(int status, String detail, List<String> faults) {
        if (!faults.isEmpty()) {
            return String.join("; ", faults);
        }
        return detail.isEmpty() ? "HTTP " + status : detail;
    }

    /** A problem says what it says in both languages. */
    private String text(JsonNode node, String member) {
        return viewer.getLanguage().part(node.path(member).asText(""));
    }

    private List<String> faults(JsonNode problem) {
        var faults = new ArrayList<String>();
        problem.path("violations")
                .forEach(violation -> faults.add(violation.path("field").asText() + ": " + text(violation, "message")));
        return faults;
    }

    private static boolean isPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/duty") || path.startsWith("/console");
    }
}
