package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Caller;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.ImportRefused;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.ReferenceDocuments;
import io.feverline.registry.rest.ReferenceKind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Brings reference data in by CSV, in two steps: what a document would do is shown first, and done when somebody says
 * so. An upload is a temporary file as long as its request lasts; it tells of no person.
 */
@Path("/console/import/{kind: areas|checkpoints|devices|key-regions}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
public class ImportPages {
    private final ReferenceDocuments documents;
    private final Caller caller;
    private final Viewer viewer;

    ImportPages(ReferenceDocuments documents, Caller caller, Viewer viewer) {
        this.documents = documents;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(
                String kind, List<String> kinds, List<String> columns, @Nullable ImportDone done);

        static native TemplateInstance preview(ImportPreview page);
    }

    /** Where a document is chosen, or what became of the last. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance form(
            @RestPath String kind,
            @RestQuery @Nullable Integer added,
            @RestQuery @Nullable Integer changed,
            @RestQuery @Nullable Integer unchanged) {
        ReferenceKind wanted = allowed(kind);
        var done = added == null || changed == null || unchanged == null
                ? null
                : new ImportDone(added, changed, unchanged);
        List<String> kinds = Stream.of(ReferenceKind.values())
                .filter(this::isAllowed)
                .map(Names::of)
                .toList();
        return viewer.reads(Templates.form(kind, kinds, ReferenceDocuments.columns(wanted), done));
    }

    /** What a document would do. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking // reading rows is work
    @Operation(hidden = true)
    public Uni<TemplateInstance> preview(
            @RestPath String kind, @RestForm @Nullable FileUpload file, @RestForm @Nullable String text) {
        ReferenceKind wanted = allowed(kind);
        String csv = content(file, text);
        CsvTable table = documents.table(csv);
        return documents
                .take(wanted, table, true, caller.actor())
                .map(report -> page(wanted, table, report, CsvContent.packed(csv)));
    }

    /** Does what was shown; shows it again when something has changed in between, so that it cannot be done. */
    @POST
    @Path("/confirmed")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking // reading rows is work
    @Operation(hidden = true)
    public Uni<Response> confirm(@RestPath String kind, @RestForm String content) {
        ReferenceKind wanted = allowed(kind);
        CsvTable table = documents.table(CsvContent.unpacked(content));
        return documents
                .take(wanted, table, false, caller.actor())
                .map(report -> Response.seeOther(URI.create("/console/import/%s?added=%d&changed=%d&unchanged=%d"
                                .formatted(kind, report.added(), report.changed(), report.unchanged())))
                        .build())
                .onFailure(ImportRefused.class)
                .recoverWithItem(refused -> Response.ok(
                                page(wanted, table, refused.report(), content).render())
                        .build());
    }

    private TemplateInstance page(ReferenceKind kind, CsvTable table, Report report, String content) {
        return viewer.reads(Templates.preview(new ImportPreview(kind, table, report, content, viewer.getLanguage())));
    }

    /** Of the file, or of what was pasted when there is none: browsers send an empty one for none. */
    private static String content(@Nullable FileUpload file, @Nullable String text) {
        if (file != null && file.size() > 0) {
            try {
                return CsvContent.text(Files.readAllBytes(file.uploadedFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (text == null || text.isBlank()) {
            throw new Rejection(Reason.UNREADABLE_CSV, "请选择文件或粘贴内容 / choose a file or paste what is in it");
        }
        return text;
    }

    private ReferenceKind allowed(String kind) {
        var wanted = Names.parse(ReferenceKind.class, kind);
        if (!isAllowed(wanted)) {
            throw new ForbiddenException();
        }
        return wanted;
    }

    private boolean isAllowed(ReferenceKind kind) {
        return kind == ReferenceKind.KEY_REGIONS || caller.is(Roles.ADMIN);
    }
}
