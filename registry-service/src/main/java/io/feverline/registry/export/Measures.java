package io.feverline.registry.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Temperatures and times as files show them. */
public final class Measures {
    /** Beijing time, all year round since 1992. Not Asia/Shanghai: columns that name the offset must not lie. */
    static final ZoneOffset COUNTY = ZoneOffset.ofHours(8);

    /** With the seconds, also when they are 0, as an instant in FHIR must have. */
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("'T'HH:mm:ss.SSSxxx")
            .toFormatter();

    private Measures() {}

    /** °C of m°C: every digit that there is, and one decimal at least. */
    static BigDecimal degrees(int thousandths) {
        BigDecimal exact = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return exact.scale() < 1 ? exact.setScale(1) : exact;
    }

    public static OffsetDateTime local(Instant time) {
        return time.atOffset(COUNTY);
    }

    /** Such as 2020-01-26T08:00:00.000+08:00. */
    public static String text(OffsetDateTime time) {
        return TEXT.format(time);
    }
}
