package io.feverline.alert.detection;

import java.time.Duration;
import java.time.ZoneId;

/** How devices are watched in tests. */
final class Watches {
    static final DeviceWatchProcessor.Settings SETTINGS = new DeviceWatchProcessor.Settings(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(1), ZoneId.of("Asia/Shanghai"));

    private Watches() {}
}
