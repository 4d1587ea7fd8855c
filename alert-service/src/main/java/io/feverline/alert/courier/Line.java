package io.feverline.alert.courier;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.notify.Event;
import io.feverline.alert.notify.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A notification in people's words, Chinese first.
 *
 * @param event what happened
 * @param grade how severe it is; empty unless it is about alerts
 * @param about the temperature of an alert, or how many alerts a cluster has; empty of others
 * @param place the checkpoint, or what a cluster has in common; empty of a test
 * @param time with its offset
 * @param state how it stands; empty when there is nothing to say
 * @param link where to look; empty when there is nowhere
 */
public record Line(String event, String grade, String about, String place, String time, String state, String link) {
    /** Temperatures are in m°C. */
    static final int MILLIDEGREES = 3;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    /** @param link what an alert's id is appended to; empty when there is nowhere to look */
    static Line of(Item item, ZoneId zone, String link) {
        var notification = item.notification();
        String event = event(notification.event());
        Alert alert = item.alert();
        if (alert != null) {
            return new Line(
                    event,
                    grade(alert.severity()),
                    BigDecimal.valueOf(alert.opening().temperature(), MILLIDEGREES)
                                    .setScale(1, RoundingMode.HALF_UP) + " °C",
                    alert.opening().checkpointId(),
                    time(alert.openedAt(), zone),
                    state(alert.episodeState()) + "，" + state(alert.state()),
                    link.isEmpty() ? "" : link + alert.id());
        }
        Cluster cluster = item.cluster();
        if (cluster != null) {
            return new Line(
                    event,
                    grade(notification.severity()),
                    cluster.alerts() + " 起 / alerts",
                    common(cluster.kind(), cluster.place()),
                    time(cluster.firstAt(), zone) + " – " + time(cluster.lastAt(), zone),
                    "其中确认 " + cluster.confirmed() + " 起 / of them confirmed " + cluster.confirmed(),
                    "");
        }
        String place = notification.checkpointId();
        return new Line(
                event,
                "",
                "",
                place == null ? "" : place,
                time(notification.createdAt(), zone),
                notification.event() == Event.PROBE_MISSING
                        ? "恢复前，此处的发热可能看不到 / until they are back, fevers here may go unseen"
                        : "",
                "");
    }

    private static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    private static String event(Event event) {
        return switch (event) {
            case ALERT_OPENED -> "发热警报 / Fever alert";
            case ALERT_RAISED -> "警报加重 / Alert has risen";
            case ALERT_ESCALATED -> "无人接警，已上报 / Nobody acknowledged: escalated";
            case ALERT_OVERDUE -> "转诊未到 / Referred, not arrived";
            case CLUSTER_FOUND -> "聚集性发热 / Cluster of fevers";
            case CLUSTER_GROWN -> "聚集扩大 / Cluster has grown";
            case PROBE_MISSING -> "合成发热未到 / Synthetic fevers do not arrive";
            case PROBE_BACK -> "合成发热恢复 / Synthetic fevers arrive again";
            case CHANNEL_TEST -> "通知测试 / Test of this channel";
        };
    }

    private static String grade(Severity severity) {
        return switch (severity) {
            case LOW -> "低热 / low";
            case MODERATE -> "中等度热 / moderate";
            case HIGH -> "高热 / high";
            case CRITICAL -> "危急 / critical";
        };
    }

    private static String state(EpisodeState state) {
        return switch (state) {
            case SUSPECTED -> "待复测 / suspected";
            case CONFIRMED -> "复测确认 / confirmed";
            case CLEARED -> "复测正常 / cleared";
            case EXPIRED -> "未复测 / not rechecked";
            case MERGED -> "已并入 / merged";
        };
    }

    private static String state(AlertState state) {
        return switch (state) {
            case OPEN -> "待处置 / open";
            case ACKNOWLEDGED -> "已接警 / acknowledged";
            case REFERRED -> "已转诊 / referred";
            case ARRIVED -> "已到诊 / arrived";
            case ISOLATED -> "已隔离 / isolated";
            case CLOSED -> "已结案 / closed";
            case DISMISSED -> "已撤销 / dismissed";
        };
    }

    private static String common(Cluster.Kind kind, @Nullable String place) {
        return switch (kind) {
            case CHECKPOINT -> "" + place;
            case TRIP -> "同车 / one trip";
            case ORIGIN -> "来自 / from " + place;
        };
    }
}
