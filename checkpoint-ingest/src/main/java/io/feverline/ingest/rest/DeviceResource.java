package io.feverline.ingest.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.config.QuotaConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a gateway asks before it measures: the time, and what the door knows of its device. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "device", description = "设备自身 / The calling device")
@APIResponse(
        responseCode = "401",
        description = "设备密钥无效 / No live device key",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DeviceResource {
    private final IngestConfig config;
    private final QuotaConfig quota;
    private final InstantSource clock;
    private final ObjectMapper json;

    public DeviceResource(IngestConfig config, QuotaConfig quota, InstantSource clock, ObjectMapper json) {
        this.config = config;
        this.quota = quota;
        this.clock = clock;
        this.json = json;
    }

    /** The door's time, which is the one that decides. */
    @GET
    @Path("/time")
    @Operation(
            operationId = "getTime",
            summary = "服务时间 / The service's time",
            description = "A heartbeat tells more: how far the device's own clock is off.")
    @APIResponse(
            responseCode = "200",
            description = "现在 / Now",
            content = @Content(schema = @Schema(implementation = TimeNow.class)))
    public Response time() {
        return Response.ok(TimeNow.at(clock.instant()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The calling device as it is registered now. */
    @GET
    @Path("/device")
    @Operation(
            operationId = "getDevice",
            summary = "本设备的登记与限制 / The calling device's registration and limits",
            description = "Ask again with If-None-Match: 304 says that nothing has changed.")
    @APIResponse(
            responseCode = "200",
            description = "登记与限制 / Registration and limits",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    @APIResponse(responseCode = "304", description = "没有变化 / Not changed")
    public Response device(@Context RoutingContext http, @Context Request conditions) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(DeviceView.of(DeviceFilter.device(http), config, quota));
        // Of the very bytes that are sent: a strong validator.
        var tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
        var unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
