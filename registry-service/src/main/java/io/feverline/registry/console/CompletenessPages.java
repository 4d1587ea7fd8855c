package io.feverline.registry.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.events.csv.SpreadsheetCsv;
import io.feverline.registry.report.AreaCompleteness;
import io.feverline.registry.report.PeriodQuery;
import io.feverline.registry.report.Reports;
import io.feverline.registry.report.rule.ShiftPlan;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The board of how completely, and how timely, areas report. */
@Path("/console/completeness")
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
public class CompletenessPages {
    private static final int A_WEEK = 7;
    private static final int COUNTY_DIGITS = 6;
    private static final int TOWN_DIGITS = 9;
    private static final String LEVELS = "county|town";
    private static final ObjectWriter LINES = SpreadsheetCsv.rows();
    private static final List<String> HEADER = List.of(
            "区划代码 area code",
            "区划 area",
            "应报 expected",
            "零报告 zero",
            "有数 with figures",
            "迟报 late",
            "缺报 missing",
            "更正 corrected",
            "完整率 completeness %",
            "及时率 timeliness %");

    private final Reports reports;
    private final Caller caller;
    private final Viewer viewer;
    private final Clock clock;

    CompletenessPages(Reports reports, Caller caller, Viewer viewer, Clock clock) {
        this.reports = reports;
        this.caller = caller;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance board(CompletenessPage page);
    }

    /** A period's; the last week's when none is given. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> board(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @QueryParam("by") @DefaultValue("town") @Pattern(regexp = LEVELS) String by) {
        var query = query(from, to, by);
        return reports.completeness(query)
                .map(areas -> viewer.reads(Templates.board(new CompletenessPage(query.from(), query.to(), by, areas))));
    }

    /** The same for a spreadsheet. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    @Operation(hidden = true)
    public Uni<Response> csv(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @QueryParam("by") @DefaultValue("town") @Pattern(regexp = LEVELS) String by) {
        var query = query(from, to, by);
        String file = "completeness-%s-%s.csv".formatted(query.from(), query.to());
        return reports.completeness(query)
                .map(areas -> Response.ok(document(areas), "text/csv;charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                        .build());
    }

    private PeriodQuery query(@Nullable String from, @Nullable String to, String by) {
        LocalDate last = Forms.day(to);
        LocalDate until = last == null ? LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY) : last;
        LocalDate first = Forms.day(from);
        return new PeriodQuery(
                caller.actor(),
                first == null ? until.minusDays(A_WEEK - 1) : first,
                until,
                by.equals("county") ? COUNTY_DIGITS : TOWN_DIGITS);
    }

    private static String document(List<AreaCompleteness> areas) {
        var lines = Stream.concat(Stream.of(HEADER), areas.stream().map(CompletenessPages::line))
                .toList();
        try {
            return SpreadsheetCsv.BYTE_ORDER_MARK + LINES.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always CSV", e);
        }
    }

    private static List<String> line(AreaCompleteness area) {
        var figures = area.figures();
        String name = area.name();
        return Stream.of(
                        area.areaCode(),
                        name == null ? "" : name,
                        figures.expected(),
                        figures.zero(),
                        figures.submitted(),
                        figures.late(),
                        figures.missing(),
                        figures.corrected(),
                        figures.completeness(),
                        figures.timeliness())
                .map(cell -> SpreadsheetCsv.harmless(cell.toString()))
                .toList();
    }
}
