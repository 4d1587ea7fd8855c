package io.feverline.registry.rest;

import io.feverline.alert.events.VerdictKind;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.area.AreaLevel;
import io.feverline.registry.checkpoint.CheckpointKind;
import io.feverline.registry.checkpoint.Direction;
import io.feverline.registry.contact.Reason;
import io.feverline.registry.device.MeasuringMode;
import io.feverline.registry.device.MeasuringSite;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.StepKind;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.followup.rule.Symptom;
import io.feverline.registry.journey.rule.Stay;
import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.report.rule.Figure;
import io.feverline.registry.report.rule.ReportState;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the document says of every operation and every answer, said once: failures are problems, a member that is never
 * null is required, and enumerations are those of the code.
 */
public final class OpenApiDetails implements OASFilter {
    /** In order of status: the document must come out the same each time. */
    private static final SortedMap<String, String> FAILURES = new TreeMap<>(Map.of(
            "400", "请求不对 / The request is not of the documented form",
            "401", "尚未登录 / No valid bearer token",
            "403", "无权操作 / The token's roles do not allow this",
            "500", "服务内部错误 / The service failed"));

    private static final String PROBLEM = "HttpProblem";
    private static final String VALIDATION_PROBLEM = "HttpValidationProblem";

    /** They heed a version, and do without. */
    private static final Set<String> WITHOUT_VERSION_TOO = Set.of("addKeyToDevice");

    private static final Set<String> OPENING_IDENTITIES = Set.of("openIdentity", "exportDataOfTraveller");

    private static final Set<String> VERSIONED = Stream.of(
                    AreaView.class, CheckpointView.class, DeviceView.class, KeyRegionView.class)
            .map(view -> "#/components/schemas/" + view.getSimpleName())
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Class<? extends Record>> ANSWERS = List.of(
            AreaView.class,
            AreaPeriodView.class,
            ArrivalView.class,
            BootSequenceView.class,
            BootSequenceView.Gap.class,
            CareView.class,
            CareView.OwnEntryView.class,
            CheckpointView.class,
            CompletenessView.class,
            ContactsView.class,
            ContactsView.ContactView.class,
            ContactsView.EncounterView.class,
            ContactsView.StayView.class,
            ContradictedView.class,
            ContradictedView.DiscrepancyView.class,
            DataExportView.class,
            DataExportView.OpeningView.class,
            DeviceView.class,
            EnrolmentCodesView.class,
            FollowUpDetailView.class,
            FollowUpDetailView.EntryView.class,
            FollowUpDetailView.FollowUpCauseView.class,
            FollowUpDetailView.HalfDayView.class,
            FollowUpDetailView.StepView.class,
            FollowUpView.class,
            HandedOverView.class,
            FiguresView.class,
            ImportView.class,
            JourneysView.class,
            JourneysView.JourneyView.class,
            JourneysView.CountyStayView.class,
            JourneysView.StopView.class,
            KeyRegionRunView.class,
            ImportView.FaultView.class,
            ImportProblem.class,
            LiveKeyView.class,
            OverdueExitView.class,
            PassageView.class,
            PassageView.VerdictView.class,
            ReceiptView.class,
            ReceiptView.Reuse.class,
            ReportFileView.class,
            ReportFileView.StatementView.class,
            ReportView.class,
            TravellerView.class,
            VehicleView.class);

    @Override
    public Operation filterOperation(Operation operation) {
        FAILURES.forEach((status, description) ->
                operation.getResponses().addAPIResponse(status, problem(description, schemaOf(status))));
        if (operation.getOperationId().startsWith("exportPassages")) {
            operation.getResponses().addAPIResponse("200", file());
        }
        boolean takesVersion = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        if (takesVersion) {
            operation
                    .getResponses()
                    .addAPIResponse("409", problem("现在不可行 / It cannot be done now", PROBLEM))
                    .addAPIResponse(
                            "412",
                            problem("他人已作修改；ETag 是现在的 / Somebody has changed it since; the ETag is today's", PROBLEM));
        }
        if (takesVersion && !WITHOUT_VERSION_TOO.contains(operation.getOperationId())) {
            operation.getResponses().addAPIResponse("428", problem("缺少 If-Match / If-Match is missing", PROBLEM));
        }
        if (OPENING_IDENTITIES.contains(operation.getOperationId())) {
            operation
                    .getResponses()
                    .addAPIResponse("429", problem("打开的身份信息过多 / Too many identities opened within 24 hours", PROBLEM));
        }
        if (operation.getOperationId().startsWith("import")) {
            operation.getResponses().addAPIResponse("413", problem("行数过多 / Too many rows", PROBLEM));
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(OpenApiDetails::isOfAVersion)
                .forEach(response -> response.addHeader(
                        HttpHeaders.ETAG,
                        OASFactory.createHeader()
                                .description("版本，修改时用于 If-Match / The version, for If-Match of a change")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
        return operation;
    }

    private static boolean isOfAVersion(APIResponse response) {
        return response.getContent() != null
                && response.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(schema ->
                                schema != null && schema.getRef() != null && VERSIONED.contains(schema.getRef()));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains("{")) {
                item.getOperations()
                        .values()
                        .forEach(operation -> operation
                                .getResponses()
                                .addAPIResponse("404", problem("没有找到 / There is none, or not in your area", PROBLEM)));
            }
            if (path.startsWith("/v1/travellers/{id}")) {
                item.getOperations()
                        .values()
                        .forEach(operation -> operation
                                .getResponses()
                                .addAPIResponse(
                                        "410", problem("已删除 / The traveller was erased in your area", PROBLEM)));
            }
        });
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        ANSWERS.forEach(answer -> schema(schemas, answer.getSimpleName()).required(neverNull(answer)));
        schemas.forEach((name, schema) -> {
            if (name.startsWith("Items")) {
                schema.required(List.of("items"));
            }
        });
        enumerate(schemas, "AreaView", "level", AreaLevel.values());
        enumerate(schemas, "VerdictView", "kind", VerdictKind.values());
        Stream.of("NewCheckpoint", "CheckpointChange", "CheckpointView").forEach(schema -> {
            enumerate(schemas, schema, "kind", CheckpointKind.values());
            enumerate(schemas, schema, "direction", Direction.values());
        });
        Stream.of("NewDevice", "DeviceChange", "NewEnrolments", "DeviceView").forEach(schema -> {
            enumerate(schemas, schema, "site", MeasuringSite.values());
            enumerate(schemas, schema, "mode", MeasuringMode.values());
        });
        enumerate(schemas, "DocumentQuery", "documentType", DocumentType.values());
        enumerate(schemas, "EncounterView", "reason", Reason.values());
        enumerate(schemas, "CountyStayView", "state", Stay.State.values());
        enumerate(schemas, "FollowUpView", "state", State.values());
        enumerate(schemas, "CareView", "state", State.values());
        enumerate(schemas, "FollowUpView", "cause", CauseKind.values());
        enumerate(schemas, "FollowUpCauseView", "kind", CauseKind.values());
        enumerate(schemas, "HalfDayView", "part", HalfDay.Part.values());
        enumerate(schemas, "StepView", "kind", StepKind.values());
        Stream.of("NewEntry", "EntryView", "OwnEntryView")
                .forEach(schema -> enumerateItems(schemas, schema, "symptoms", Symptom.values()));
        enumerate(schemas, "ReportView", "state", ReportState.values());
        enumerate(schemas, "DiscrepancyView", "figure", Figure.values());
        enumerate(schemas, "DiscrepancyView", "kind", Discrepancy.Kind.values());
        describe(
                schemas,
                PROBLEM,
                "not-found",
                "没有找到 / Not found",
                "您的辖区内没有此编号 / there is none with this id in your area");
        describe(schemas, VALIDATION_PROBLEM, "invalid-request", "请求不对 / Invalid request", Problems.UNREADABLE_BODY);
    }

    private static APIResponse file() {
        var bundle = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Bundle, https://hl7.org/fhir/R4/bundle.html");
        return OASFactory.createAPIResponse()
                .description("按 Accept 的格式 / In the format that Accept says")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ExportFormat.CSV_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(SchemaType.STRING)))
                        .addMediaType(ExportFormat.EXCEL_TYPE, OASFactory.createMediaType())
                        .addMediaType(
                                ExportFormat.FHIR_TYPE,
                                OASFactory.createMediaType().schema(bundle)));
    }

    private static String schemaOf(String status) {
        return status.equals("400") ? VALIDATION_PROBLEM : PROBLEM;
    }

    private static APIResponse problem(String description, String schema) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema))));
    }

    private static List<String> neverNull(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static void enumerate(Map<String, Schema> schemas, String schema, String member, Enum<?>... values) {
        member(schemas, schema, member)
                .pattern(null)
                .enumeration(Stream.of(values).<Object>map(Names::of).toList());
    }

    private static void enumerateItems(Map<String, Schema> schemas, String schema, String member, Enum<?>... values) {
        member(schemas, schema, member)
                .getItems()
                .enumeration(Stream.of(values).<Object>map(Names::of).toList());
    }

    /** The library's examples are of other applications. */
    private static void describe(Map<String, Schema> schemas, String name, String type, String title, String detail) {
        schema(schemas, name).required(List.of("type", "title", "status"));
        member(schemas, name, "type").examples(List.of(Problems.TYPE + type));
        member(schemas, name, "title").examples(List.of(title));
        member(schemas, name, "detail").examples(List.of(detail));
        member(schemas, name, "instance").examples(List.of());
    }

    private static Schema schema(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static Schema member(Map<String, Schema> schemas, String schema, String member) {
        return Objects.requireNonNull(schema(schemas, schema).getProperties().get(member), member);
    }
}
