package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.Intake;
import io.feverline.ingest.intake.Items;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Readings, one at a time or an outage's backlog at once. */
@Path("/v1/readings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "readings", description = "体温读数 / Body-temperature readings")
@APIResponse(
        responseCode = "401",
        description = "设备密钥无效 / No live device key",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "尚未确认，请以相同编号重发 / Not acknowledged: send again under the same ids after Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ReadingsResource {
    private static final String NDJSON = "application/x-ndjson";

    private final Intake intake;
    private final QuotaGate quota;
    private final IngestConfig config;

    public ReadingsResource(Intake intake, QuotaGate quota, IngestConfig config) {
        this.intake = intake;
        this.quota = quota;
        this.config = config;
    }

    /** Takes one reading. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postReading",
            summary = "提交一条读数 / Post one reading",
            description =
                    "Answered 202 once the brokers have acknowledged it. The same id sent again is the same reading.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "202",
            description = "已收下 / Taken",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "不是有效的 JSON / Not well-formed JSON",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "不符合规则，原因见 type / Breaks a rule, which its type names",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> post(byte[] body, @Context ContainerRequestContext request) {
        quota.take(request, 1);
        return intake.takeOne(Items.whole(body), DeviceFilter.device(request))
                .map(reading -> Response.accepted(Receipt.of(reading)).build());
    }

    /** Takes a batch as a JSON array. */
    @POST
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @Operation(
            operationId = "postReadings",
            summary = "提交一批读数 / Post a batch of readings",
            description =
                    "A JSON array, or one reading per line as application/x-ndjson; at most 1,000. Each item stands for itself.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Submission[].class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = Submission.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "每条的结果 / What became of each item",
            content = @Content(schema = @Schema(implementation = BatchReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "不是有效的 JSON 数组 / Not a well-formed JSON array",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "条数过多 / Too many items",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> postBatch(byte[] body, @Context ContainerRequestContext request) throws Rejected {
        List<Items.Slice> items = MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())
                ? Items.ofArray(body)
                : Items.ofLines(body);
        if (items.size() > config.batchItems()) {
            return Uni.createFrom().item(Problems.tooManyItems(config.batchItems()));
        }
        quota.take(request, items.size());
        return intake.takeAll(items, DeviceFilter.device(request))
                .map(outcome -> Response.ok(BatchReceipt.of(outcome)).build());
    }
}
