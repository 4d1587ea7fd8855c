package io.feverline.alert.rest;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.courier.Courier;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Notification;
import io.feverline.alert.postgres.ChannelStore;
import io.feverline.alert.postgres.NotificationStore;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where units are told. */
@Path("/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Channels", description = "Where the units of the caller's area are told what they have to know.")
public class ChannelResource {
    private static final Logger LOG = Logger.getLogger(ChannelResource.class);

    private final ChannelStore channels;
    private final NotificationStore notifications;
    private final Courier courier;
    private final NotifyConfig config;
    private final Optional<String> mailFrom;
    private final Caller caller;
    private final InstantSource clock;

    ChannelResource(
            ChannelStore channels,
            NotificationStore notifications,
            Courier courier,
            NotifyConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> mailFrom,
            Caller caller,
            InstantSource clock) {
        this.channels = channels;
        this.notifications = notifications;
        this.courier = courier;
        this.config = config;
        this.mailFrom = mailFrom;
        this.caller = caller;
        this.clock = clock;
    }

    /** All of the caller's area. */
    @GET
    @Operation(operationId = "listChannels", summary = "通知渠道 / Channels of the area's units")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelListJson.class)))
    public Uni<ChannelListJson> list() {
        return channels.all(caller.scope()).map(ChannelListJson::of);
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getChannel", summary = "一个通知渠道 / One channel")
    @APIResponse(
            responseCode = "200",
            description = "The channel.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No channel of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<ChannelJson>> get(@PathParam("id") UUID id) {
        return found(id).map(ChannelResource::ok);
    }

    /** Adds one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addChannel",
            summary = "新增通知渠道 / Add a channel to a unit",
            description = "A webhook's secret that is made here is told in this answer and never again.")
    @APIResponse(
            responseCode = "201",
            description = "Added; Location names it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "This installation sends no mail.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<ChannelJson>> add(@Nullable NewChannelJson sent) {
        if (sent == null) {
            throw Problems.invalidMember("kind", "缺失 / is missing");
        }
        Channel channel = sent.parsed(UUID.randomUUID(), config.allowInsecureTargets());
        if (channel.kind() == ChannelKind.MAIL && mailFrom.isEmpty()) {
            throw Problems.mailNotSetUp();
        }
        return channels.add(channel, caller.scope())
                .map(added -> added.orElseThrow(
                        () -> Problems.invalidMember("unitId", "您的辖区内没有此单位 / is of no unit in your area")))
                .invoke(added -> LOG.infof("%s was added by %s", added, caller.subject()))
                .map(added -> RestResponse.ResponseBuilder.<ChannelJson>created(
                                URI.create("/v1/channels/" + added.id()))
                        .header(HttpHeaders.ETAG, EntityTag.of(added))
                        .entity(ChannelJson.of(added, sent.secret() == null ? added.secret() : null))
                        .build());
    }

    /** Changes one. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeChannel",
            summary = "修改通知渠道 / Change a channel",
            description = "Only as the caller has seen it: If-Match names its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The channel after it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No channel of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed it since; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<ChannelJson>> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The channel's ETag.") @Nullable String ifMatch,
            @Nullable ChannelChangeJson sent) {
        String seen = EntityTag.needed(ifMatch);
        ChannelChangeJson change = sent == null ? new ChannelChangeJson(null, null, null, null) : sent;
        return channels.change(
                        id,
                        caller.scope(),
                        channel -> EntityTag.isNamedBy(seen, EntityTag.of(channel)),
                        channel -> change.of(channel, config.allowInsecureTargets()))
                .map(ChannelResource::done)
                .invoke(changed -> LOG.infof("%s was changed by %s", changed, caller.subject()))
                .invoke(courier::wake)
                .map(ChannelResource::ok);
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteChannel",
            summary = "删除通知渠道 / Delete a channel, with what waits for it and what it was told",
            description = "Only as the caller has seen it: If-Match names its ETag.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(
            responseCode = "404",
            description = "No channel of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed it since; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The channel's ETag.") @Nullable
                    String ifMatch) {
        String seen = EntityTag.needed(ifMatch);
        return channels.delete(id, caller.scope(), channel -> EntityTag.isNamedBy(seen, EntityTag.of(channel)))
                .map(ChannelResource::done)
                .invoke(deleted -> LOG.infof("%s was deleted by %s", deleted, caller.subject()))
                .map(deleted -> RestResponse.noContent());
    }

    /** Tells its receiver that somebody tries it. */
    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testChannel",
            summary = "发送测试通知 / Send a test notification",
            description = "It goes the way of every notification; GET /v1/notifications tells what became of it.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TestedChannelJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No channel of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The channel is disabled.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<TestedChannelJson>> test(@PathParam("id") UUID id) {
        return found(id).chain(channel -> {
            if (!channel.enabled()) {
                throw Problems.channelDisabled();
            }
            Notification test = Notification.test(UUID.randomUUID(), id, clock.instant());
            return notifications
                    .addTest(test)
                    .invoke(courier::wake)
                    .map(added -> RestResponse.ResponseBuilder.<TestedChannelJson>accepted()
                            .entity(new TestedChannelJson(test.id()))
                            .build());
        });
    }

    private Uni<Channel> found(UUID id) {
        return channels.find(id, caller.scope()).map(found -> found.orElseThrow(Problems::noSuchChannel));
    }

    private static Channel done(ChannelStore.Answer answer) {
        Channel channel = answer.channel();
        if (channel == null) {
            throw Problems.noSuchChannel();
        }
        if (!answer.done()) {
            throw Problems.changedSince(EntityTag.of(channel));
        }
        return channel;
    }

    private static RestResponse<ChannelJson> ok(Channel channel) {
        return RestResponse.ResponseBuilder.ok(ChannelJson.of(channel))
                .header(HttpHeaders.ETAG, EntityTag.of(channel))
                .build();
    }
}
