package io.feverline.alert.rest;

import io.feverline.alert.config.PolicyConfig;
import io.feverline.alert.detection.Simulation;
import io.feverline.alert.kafka.PolicyPublisher;
import io.feverline.alert.postgres.PolicyStore;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.events.access.AreaScope;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The versions of the screening policy. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "Policies", description = "What a fever is, in versions that are never changed.")
public class PolicyResource {
    private static final Logger LOG = Logger.getLogger(PolicyResource.class);

    private final PolicyStore policies;
    private final PolicyPublisher publisher;
    private final Simulation simulation;
    private final PolicyConfig config;
    private final Caller caller;
    private final InstantSource clock;

    PolicyResource(
            PolicyStore policies,
            PolicyPublisher publisher,
            Simulation simulation,
            PolicyConfig config,
            Caller caller,
            InstantSource clock) {
        this.policies = policies;
        this.publisher = publisher;
        this.simulation = simulation;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** All versions. */
    @GET
    @Operation(operationId = "listPolicies", summary = "筛查策略各版本 / All versions of the screening policy")
    @APIResponse(
            responseCode = "200",
            description = "All of them, the default included.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyListJson.class)))
    public Uni<PolicyListJson> list() {
        return policies.all().map(PolicyListJson::of);
    }

    /** One version, as verdicts name it. */
    @GET
    @Path("{version}")
    @Operation(operationId = "getPolicy", summary = "某版筛查策略 / One version, as verdicts name it")
    @APIResponse(
            responseCode = "200",
            description = "The policy.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No policy of this version.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<PolicyJson> get(@PathParam("version") String version) {
        return list().map(all -> all.items().stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow(Problems::noSuchPolicy));
    }

    /** Adopts a version. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "adoptPolicy", summary = "颁布新版筛查策略 / Adopt a version of the screening policy")
    @APIResponse(
            responseCode = "201",
            description = "Adopted; Location names it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another one comes into force at the same moment.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<PolicyJson>> adopt(@Nullable NewPolicyJson sent) {
        if (sent == null || sent.policy() == null) {
            throw Problems.invalidMember("policy", "缺失 / is missing");
        }
        Instant effectiveFrom = sent.parsedEffectiveFrom(clock.instant(), config.lead());
        return policies.adopt(sent.policy().parsed(), effectiveFrom, sent.parsedReason(), caller.subject())
                .map(adopted -> adopted.orElseThrow(Problems::policyAtThatMoment))
                .call(this::publish)
                .map(adopted -> RestResponse.ResponseBuilder.<PolicyJson>created(
                                URI.create("/v1/policies/" + adopted.policy().version()))
                        .entity(PolicyJson.of(adopted))
                        .build());
    }

    /** It is adopted whether or not the brokers are there now: what is not published yet, is published later. */
    private Uni<Void> publish() {
        return publisher
                .publishAll()
                .ifNoItem()
                .after(config.publishEvery())
                .fail()
                .onFailure()
                .invoke(e -> LOG.warn("a policy was adopted and is yet to be published", e))
                .onFailure()
                .recoverWithNull();
    }

    /** Tries a draft on the past. */
    @POST
    @Path("simulate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(
            operationId = "simulatePolicy",
            summary = "用过去的数据试算草案 / Try a draft on the readings of the caller's area that are still on the topics")
    @APIResponse(
            responseCode = "200",
            description = "What it would have changed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationReportJson.class)))
    @APIResponse(
            responseCode = "422",
            description = "Too many readings, or too many alerts: a shorter period is asked for.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Another simulation is running.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<SimulationReportJson> simulate(@Nullable SimulationRequestJson sent) {
        if (sent == null || sent.policy() == null) {
            throw Problems.invalidMember("policy", "缺失 / is missing");
        }
        PolicyDraft draft = sent.policy().parsed();
        Instant from = sent.parsedFrom();
        Instant to = sent.parsedTo();
        AreaScope scope = caller.scope();
        return policies.all()
                .map(adopted ->
                        Policies.of(adopted.stream().map(AdoptedPolicy::policy).toList()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(Unchecked.function(inForce -> simulation.run(draft, from, to, scope, inForce)))
                .onFailure(Simulation.Stopped.class)
                .transform(e -> Problems.stopped(e.obstacle()))
                .map(SimulationReportJson::of);
    }
}
