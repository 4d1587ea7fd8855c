package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.Format;
import io.feverline.ingest.intake.HeldBodies;
import io.feverline.ingest.intake.Intake;
import io.feverline.ingest.intake.Items;
import io.feverline.ingest.intake.Lines;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

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
    /** One reading per line. */
    public static final String NDJSON = "application/x-ndjson";

    /** One reading in an envelope. */
    public static final String CLOUD_EVENT = "application/cloudevents+json";

    /** An array of readings in envelopes. */
    public static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    /** As a type. */
    public static final MediaType NDJSON_TYPE = MediaType.valueOf(NDJSON);

    private static final MediaType CLOUD_EVENT_TYPE = MediaType.valueOf(CLOUD_EVENT);
    private static final MediaType CLOUD_EVENTS_TYPE = MediaType.valueOf(CLOUD_EVENTS);

    private final Intake intake;
    private final QuotaGate quota;
    private final IdempotencyKeys keys;
    private final HeldBodies held;
    private final IngestConfig config;

    public ReadingsResource(
            Intake intake, QuotaGate quota, IdempotencyKeys keys, HeldBodies held, IngestConfig config) {
        this.intake = intake;
        this.quota = quota;
        this.keys = keys;
        this.held = held;
        this.config = config;
    }

    /**
     * Takes one reading. A body that fits into the server's own buffer is here whole and stays on the event loop;
     * reading a larger one blocks, and is done on a worker.
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, CLOUD_EVENT})
    @Operation(
            operationId = "postReading",
            summary = "提交一条读数 / Post one reading",
            description =
                    "Answered 202 once the brokers have acknowledged it. The same id sent again is the same reading. Content-Encoding may be gzip.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Submission.class)),
                @Content(mediaType = CLOUD_EVENT, schema = @Schema(ref = OpenApiDetails.CLOUD_EVENT))
            })
    @APIResponse(
            responseCode = "202",
            description = "已收下 / Taken",
            content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "无法读取，原因见 type / Cannot be read, its type says why",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "不符合规则，原因见 type / Breaks a rule, which its type names",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ResponseStatus(202)
    public CompletionStage<Receipt> post(InputStream sent, @Context RoutingContext http) throws Rejected, IOException {
        quota.take(http, 1);
        try (var body = Bodies.open(http, sent, config.readingBytes())) {
            return intake.takeOne(
                            Items.whole(body.whole()),
                            Bodies.areOf(CLOUD_EVENT_TYPE, http) ? Format.CLOUD_EVENT : Format.PLAIN,
                            DeviceFilter.device(http))
                    .thenApply(Receipt::of);
        }
    }

    /** Takes a batch, on a worker: it may be large, and lines are read as they come. */
    @POST
    @Path("/batch")
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, CLOUD_EVENTS})
    @Operation(
            operationId = "postReadings",
            summary = "提交一批读数 / Post a batch of readings",
            description =
                    "A JSON array, or one reading per line as application/x-ndjson; at most 1,000. Each item stands for itself. Content-Encoding may be gzip.")
    @Parameter(
            name = IdempotencyKeys.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "draft-ietf-httpapi-idempotency-key-header-07: a string in quotes, one for each batch. The same batch sent again with"
                            + " the same key within 15 minutes is answered as before. After a 503 or 429, or when this instance has forgotten"
                            + " it, it is taken anew, and the same ids have one effect.",
            example = "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Submission[].class)),
                @Content(mediaType = NDJSON, schema = @Schema(implementation = Submission.class)),
                @Content(mediaType = CLOUD_EVENTS, schema = @Schema(ref = OpenApiDetails.CLOUD_EVENTS))
            })
    @APIResponse(
            responseCode = "200",
            description = "每条的结果 / What became of each item",
            content = @Content(schema = @Schema(implementation = BatchReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "整批无法读取，均未收下 / The batch cannot be read, nothing of it was taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "同一键的请求仍在处理，按 Retry-After 重发 / One with the same key is under way, send again after Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "过大或条数过多，均未收下 / Too large or too many items, nothing was taken",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "幂等键已用于另一批 / The key was used for another batch",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CompletionStage<BatchReceipt> postBatch(InputStream sent, @Context RoutingContext http)
            throws Rejected, IOException {
        return keys.once(http, sent, body -> outcome(body, http).thenApply(BatchReceipt::of));
    }

    private CompletionStage<Intake.Outcome> outcome(InputStream sent, RoutingContext http)
            throws Rejected, IOException {
        int longest = (int) config.readingBytes().asLongValue();
        if (Bodies.areOf(NDJSON_TYPE, http)) {
            return lines(sent, longest, http);
        }
        // What waits for the brokers afterwards is records, which have a bound of their own.
        try (var part = held.part();
                var body = Bodies.open(http, sent, config.arrayBytes())) {
            var items = Items.ofArray(body.whole(part::take), config.batchItems(), longest);
            quota.take(http, items.size());
            return intake.takeAll(
                    items,
                    Bodies.areOf(CLOUD_EVENTS_TYPE, http) ? Format.CLOUD_EVENT : Format.PLAIN,
                    DeviceFilter.device(http));
        }
    }

    /** How many lines there are is known when the first ones have gone, so what exceeds the quota is owed. */
    private CompletionStage<Intake.Outcome> lines(InputStream sent, int longest, RoutingContext http)
            throws Rejected, IOException {
        quota.take(http, 1);
        try (var body = Bodies.open(http, sent, config.linesBytes())) {
            var lines = new Lines(body, longest);
            try {
                return intake.takeLines(lines, config.batchItems(), config.chunkItems(), DeviceFilter.device(http));
            } finally {
                quota.owe(http, lines.count() - 1);
            }
        }
    }
}
