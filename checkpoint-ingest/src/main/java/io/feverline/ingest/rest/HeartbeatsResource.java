package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.heartbeat.HeartbeatSubmission;
import io.feverline.ingest.intake.HeartbeatIntake;
import io.feverline.ingest.intake.Items;
import io.feverline.ingest.reading.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devices that say they are alive, also when nobody passes. */
@Path("/v1/heartbeats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "device", description = "设备自身 / The calling device")
@APIResponse(
        responseCode = "401",
        description = "设备密钥无效 / No live device key",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "尚未确认，请重发 / Not acknowledged: send another one after Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class HeartbeatsResource {
    private final HeartbeatIntake intake;
    private final QuotaGate quota;
    private final InstantSource clock;
    private final IngestConfig config;

    public HeartbeatsResource(HeartbeatIntake intake, QuotaGate quota, InstantSource clock, IngestConfig config) {
        this.intake = intake;
        this.quota = quota;
        this.clock = clock;
        this.config = config;
    }

    /** Takes one heartbeat. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postHeartbeat",
            summary = "报告设备在线 / Say that the device is alive",
            description =
                    "Answered 202 once the brokers have acknowledged it, with what the device needs to set its clock: the"
                            + " estimate of its skew, or, for a round trip of its own (RFC 5905, section 8), the times when the heartbeat"
                            + " came and was answered. Whoever has set the clock says so with clockSet in the next one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = HeartbeatSubmission.class)))
    @APIResponse(
            responseCode = "202",
            description = "已收下 / Taken",
            content = @Content(schema = @Schema(implementation = HeartbeatReceipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "不是有效的 JSON / Not well-formed JSON",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "不符合规则，原因见 type / Breaks a rule, which its type names",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> post(InputStream sent, @Context RoutingContext http) throws IOException {
        quota.take(http, 1);
        return take(http, sent)
                .map(heard -> Response.accepted(HeartbeatReceipt.of(heard, clock.instant()))
                        .build())
                // Counted as a heartbeat already, and not as a reading.
                .onFailure(Rejected.class)
                .recoverWithItem(Problems::refused);
    }

    private Uni<HeartbeatIntake.Heard> take(RoutingContext http, InputStream sent) throws IOException {
        try (var body = Bodies.open(http, sent, config.readingBytes())) {
            return intake.take(Items.whole(body.whole()), DeviceFilter.device(http));
        } catch (Rejected e) {
            return intake.unreadable(e);
        }
    }
}
