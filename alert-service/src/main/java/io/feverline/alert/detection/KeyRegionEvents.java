package io.feverline.alert.detection;

import io.feverline.events.EventCodec;
import io.feverline.registry.events.KeyRegionListed;
import io.feverline.registry.events.keyregion.KeyRegion;

/** Key regions as registry-service tells of them. */
final class KeyRegionEvents {
    private static final EventCodec<KeyRegionListed> CODEC = EventCodec.of(KeyRegionListed.class);

    private KeyRegionEvents() {}

    static KeyRegion decode(byte[] bytes) {
        KeyRegionListed event = CODEC.decode(bytes);
        return new KeyRegion(
                event.getRegionId(),
                event.getAreaPrefix(),
                event.getPlatePrefix(),
                event.getValidFrom(),
                event.getValidTo());
    }
}
