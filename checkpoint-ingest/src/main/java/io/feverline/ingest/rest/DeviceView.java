package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.config.QuotaConfig;
import io.feverline.ingest.device.Device;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device as it sees itself. */
public record DeviceView(
        String deviceId,
        String checkpointId,

        @Schema(description = "检查点的行政区划代码 / the checkpoint's area code (GB/T 2260)", examples = "360322101")
        String areaCode,

        @Schema(description = "读数未注明时的部位 / of a reading that names none", examples = "forehead")
        String site,

        @Schema(
                enumeration = {"surface", "body"},
                description = "读数未注明时的模式 / of a reading that names none")
        String mode,

        @Schema(description = "surface 读数须加的 °C / °C that a surface reading lacks", examples = "0.6")
        BigDecimal offset,

        Limits limits) {

    /** What a gateway has to keep to. */
    @Schema(name = "DeviceLimits")
    public record Limits(
            @Schema(description = "超过此秒数的读数为补传 / a reading older than this is late, s")
            long liveWithinSeconds,

            @Schema(description = "更早的读数会被拒绝 / a reading from further back is refused, s")
            long furthestBackSeconds,

            @Schema(description = "更晚的读数会被拒绝 / a reading from further ahead is refused, s")
            long furthestAheadSeconds,

            @Schema(description = "每批最多条数 / most items in one batch")
            int batchItems,

            @Schema(description = "本设备的配额 / this device's quota")
            Quota device,

            @Schema(description = "检查点所有设备的配额 / the quota of all devices of the checkpoint")
            Quota gateway) {}

    /** How much may be sent. */
    @Schema(name = "DeviceQuota")
    public record Quota(
            @Schema(description = "一次最多条数 / most readings at once")
            int burst,

            @Schema(description = "长期每秒条数 / readings per second in the long run")
            int perSecond) {}

    static DeviceView of(Device device, IngestConfig config, QuotaConfig quota) {
        var origin = device.origin();
        return new DeviceView(
                origin.deviceId(),
                origin.checkpointId(),
                origin.areaCode(),
                word(origin.site()),
                word(origin.mode()),
                BigDecimal.valueOf(origin.offset(), 3),
                new Limits(
                        config.liveWithin().toSeconds(),
                        config.furthestBack().toSeconds(),
                        config.furthestAhead().toSeconds(),
                        config.batchItems(),
                        new Quota(quota.deviceBurst(), quota.devicePerSecond()),
                        new Quota(quota.gatewayBurst(), quota.gatewayPerSecond())));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
