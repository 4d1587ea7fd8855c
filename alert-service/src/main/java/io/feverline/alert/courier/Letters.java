package io.feverline.alert.courier;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Item;
import io.feverline.alert.notify.Message;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes messages, each kind of channel in its own way; one line for each notification, so that no two travellers
 * become one. They say how things stand when they are written, and nothing that tells who somebody is.
 */
@ApplicationScoped
class Letters {
    private final NotifyConfig config;
    private final InstantSource clock;

    Letters(NotifyConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance subject(List<Line> lines);

        static native TemplateInstance mail(List<Line> lines, UUID id);

        static native TemplateInstance markdown(List<Line> lines);
    }

    /** What goes to the receiver; of mails, subject and text. */
    String write(Message message, List<Item> items) {
        return switch (message.channel().kind()) {
            case WEBHOOK -> webhook(message, items).encode();
            case MAIL -> mail(message, lines(items)).encode();
            case WECOM, DINGTALK ->
                robot(message.channel().kind(), lines(items)).encode();
        };
    }

    private List<Line> lines(List<Item> items) {
        return items.stream()
                .map(item -> Line.of(item, config.zone(), config.link().orElse("")))
                .toList();
    }

    private static JsonObject mail(Message message, List<Line> lines) {
        return new JsonObject()
                .put(MailCarrier.SUBJECT, Templates.subject(lines).render().strip())
                .put(MailCarrier.TEXT, Templates.mail(lines, message.id()).render());
    }

    /** Both take Markdown; DingTalk wants a title for its list of chats beside it. */
    private static JsonObject robot(ChannelKind kind, List<Line> lines) {
        String text = Templates.markdown(lines).render().strip();
        JsonObject markdown = kind == ChannelKind.WECOM
                ? new JsonObject().put("content", text)
                : new JsonObject()
                        .put("title", Templates.subject(lines).render().strip())
                        .put("text", text);
        return new JsonObject().put("msgtype", "markdown").put("markdown", markdown);
    }

    /** Type, timestamp and data, as Standard Webhooks 1.0.0 recommends. */
    private JsonObject webhook(Message message, List<Item> items) {
        var events = new JsonArray();
        items.forEach(item -> events.add(event(item)));
        return new JsonObject()
                .put("type", "notifications")
                .put("timestamp", clock.instant().toString())
                .put(
                        "data",
                        new JsonObject()
                                .put("channelId", message.channel().id().toString())
                                .put("unitId", message.channel().unitId().toString())
                                .put("events", events));
    }

    private JsonObject event(Item item) {
        var event = new JsonObject()
                .put("id", item.notification().id().toString())
                .put("type", item.notification().event().type())
                .put("timestamp", item.notification().createdAt().toString());
        Optional.ofNullable(item.notification().checkpointId())
                .ifPresent(checkpoint -> event.put("checkpointId", checkpoint));
        Optional.ofNullable(item.alert()).ifPresent(alert -> event.put("alert", json(alert)));
        Optional.ofNullable(item.cluster()).ifPresent(cluster -> event.put("cluster", json(cluster)));
        return event;
    }

    private JsonObject json(Alert alert) {
        var json = new JsonObject()
                .put("id", alert.id().toString())
                .put("severity", Words.of(alert.severity()))
                .put("state", Words.of(alert.state()))
                .put("episodeState", Words.of(alert.episodeState()))
                .put("level", Words.of(alert.level()))
                .put("checkpointId", alert.opening().checkpointId())
                .put("areaCode", alert.opening().areaCode())
                .put("temperature", BigDecimal.valueOf(alert.opening().temperature(), Line.MILLIDEGREES))
                .put("openedAt", alert.openedAt().toString());
        config.link().ifPresent(link -> json.put("link", link + alert.id()));
        return json;
    }

    private static JsonObject json(Cluster cluster) {
        return new JsonObject()
                .put("id", cluster.id().toString())
                .put("kind", Words.of(cluster.kind()))
                .put("place", cluster.place())
                .put("areaCode", cluster.areaCode())
                .put("alerts", cluster.alerts())
                .put("confirmed", cluster.confirmed())
                .put("firstAt", cluster.firstAt().toString())
                .put("lastAt", cluster.lastAt().toString());
    }
}
