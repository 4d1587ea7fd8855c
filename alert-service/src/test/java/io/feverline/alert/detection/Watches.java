package io.feverline.alert.detection;

import io.feverline.alert.device.Limits;
import java.time.Duration;
import java.time.ZoneId;

/** How devices are watched in tests: by the default limits. */
final class Watches {
    static final DeviceWatchProcessor.Settings SETTINGS = new DeviceWatchProcessor.Settings(
            new Limits(
                    Duration.ofMinutes(5),
                    3,
                    Duration.ofMinutes(10),
                    20,
                    20,
                    50,
                    100,
                    1_000,
                    1_500,
                    10,
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(2),
                    ZoneId.of("Asia/Shanghai")),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));

    private Watches() {}
}
