package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.device.DeviceKey;
import io.feverline.registry.device.EnrolmentCode;
import io.feverline.registry.device.Enrolments;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gateways that have no key yet: the code that they show is all that is asked of them. */
@Path("/v1/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "devices")
public class EnrolmentResource {
    /** Who tries codes is answered slowly; no thread and no connection waits meanwhile. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(1);

    private final Enrolments enrolments;

    EnrolmentResource(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeemEnrolment",
            summary = "凭一次性注册码登记设备 / Register the gateway that shows a one-time code; the answer shows its key, once")
    @APIResponse(
            responseCode = "201",
            description = "已登记 / Registered",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "编号已有，注册码仍可用 / The id is taken; the code can still be redeemed",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<DeviceView>> redeem(@NotNull @Valid Redemption redemption) {
        DeviceKey key = DeviceKey.draw();
        return enrolments
                .redeem(new EnrolmentCode(redemption.code()), redemption.deviceId(), key)
                .onFailure(Rejection.class)
                .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE_AFTER_REFUSAL))
                .map(saved -> RestResponse.ResponseBuilder.<DeviceView>created(URI.create("/v1/devices/" + saved.id()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(HttpHeaders.ETAG, Versions.tag(saved.version()))
                        .entity(DeviceView.withKey(saved, key))
                        .build());
    }
}
