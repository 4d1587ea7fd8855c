package io.feverline.ingest.intake;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Times with offset, read in a tenth of the time that {@code java.time} takes. */
public final class Rfc3339 {
    private Rfc3339() {}

    /**
     * A time with offset. RFC 3339 wants seconds; {@code java.time} writes none for a full minute, and so do gateways.
     *
     * @throws DateTimeException when the text is none
     */
    public static OffsetDateTime read(String text) {
        try {
            var position = new ParsePosition(0);
            var time = ITU.parseDateTime(text, position);
            // The library passes over what follows a Z.
            if (position.getIndex() == text.length()) {
                return time;
            }
        } catch (DateTimeException e) {
            // java.time has the last word
        }
        return OffsetDateTime.parse(text);
    }
}
