package io.feverline.simulator.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A registered device, as the registration answered.
 *
 * @param deviceId its id
 * @param key the bearer key; shown to nobody
 * @param checkpointId where it stands
 * @param site where on the body it measures, as the HTTP contract spells it
 * @param mode {@code body} or {@code surface}
 * @param offset °C that its registration adds to a surface reading; absent is 0
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Device(
        @JsonProperty(required = true) String deviceId,
        @JsonProperty(required = true) String key,
        @Nullable String checkpointId,
        @Nullable String site,
        @Nullable String mode,
        @Nullable BigDecimal offset) {

    /** Where it measures; the forehead when the registration does not say. */
    public String measuringSite() {
        return site == null ? "forehead" : site.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it reports bare skin. */
    public boolean surface() {
        return "surface".equalsIgnoreCase(mode);
    }

    /** The registered offset in m°C. */
    public int offsetMilli() {
        return offset == null ? 0 : offset.movePointRight(3).intValue();
    }

    @Override
    public String toString() {
        return "Device[" + deviceId + " at " + checkpointId + "]";
    }
}
