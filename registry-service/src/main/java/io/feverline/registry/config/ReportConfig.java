package io.feverline.registry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** When daily reports are due. */
@ConfigMapping(prefix = "feverline.report")
public interface ReportConfig {
    /**
     * The shifts of a day, by the clock of Asia/Shanghai: together they fill it. A name stands in stored reports, so a
     * shift that is moved gets another.
     */
    @WithDefault("day 08:00-20:00,night 20:00-08:00")
    List<String> shifts();

    /** A report is late that is not signed so long after the shift's end. */
    @WithDefault("2h")
    Duration cutoff();

    /** So long before the cutoff a report that is not signed is told of. */
    @WithDefault("30m")
    Duration remindBefore();

    /** A report is told of as missing within this time after the cutoff, if it could not be told before. */
    @WithDefault("24h")
    Duration missingWithin();

    /** How often it is looked which are not signed. */
    @WithDefault("30s")
    Duration lookEvery();
}
