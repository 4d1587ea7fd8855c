package io.feverline.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Whatever fails on a page is told on a page: the problem's own words, or what its status means. */
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
                detail.isEmpty() ? null : detail,
                faults(problem));
        response.setEntity(viewer.reads(page).render(), null, HTML);
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
