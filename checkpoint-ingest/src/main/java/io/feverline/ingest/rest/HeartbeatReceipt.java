package io.feverline.ingest.rest;

import io.feverline.ingest.intake.HeartbeatIntake;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A heartbeat was heard, and how to set the clock by it. */
public record HeartbeatReceipt(
        @Schema(description = "收到时的服务时间 / the service's time when the heartbeat came")
        Instant receivedAt,

        @Schema(description = "应答时的服务时间 / the service's time when it answered")
        Instant time,

        @Schema(
                description = "设备时钟快多少毫秒（负为慢），不计网络最小时延 / how many ms the device's clock is ahead (behind, when"
                        + " negative), less the least network delay")
        long clockSkewMillis,

        @Schema(description = "估计所依据的心跳数 / how many heartbeats that rests on")
        int clockSkewSamples) {

    /** Says it. */
    public static HeartbeatReceipt of(HeartbeatIntake.Heard heard, Instant now) {
        return new HeartbeatReceipt(
                heard.heartbeat().receivedAt().truncatedTo(ChronoUnit.MILLIS),
                now.truncatedTo(ChronoUnit.MILLIS),
                heard.skew().millis(),
                heard.skew().samples());
    }
}
