package io.feverline.look;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the county's clock shows them, for who has no script that would show them by the viewer's own. */
@TemplateExtension
public final class CountyTime {
    /** All counties have the one zone. */
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx").withZone(COUNTY);

    private CountyTime() {}

    /** Such as 2020-01-26 22:00 +08:00; the seconds are left out. */
    public static String countyTime(Instant at) {
        return FORM.format(at);
    }
}
