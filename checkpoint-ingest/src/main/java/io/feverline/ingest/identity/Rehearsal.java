package io.feverline.ingest.identity;

import io.feverline.ingest.reading.DocumentType;
import io.feverline.ingest.reading.Traveller;
import io.feverline.ingest.reading.Vehicle;
import io.feverline.ingest.reading.VehicleKind;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Seals a made-up traveller once before the first real one comes: with keys that cannot seal the service does not
 * start, and the first traveller does not wait until the libraries and their tables are loaded.
 */
@Singleton
public class Rehearsal {
    private static final UUID NO_READING = new UUID(0, 0);
    private static final Traveller NOBODY =
            new Traveller(DocumentType.RESIDENT_ID, "36032219800101001X", "测试", "+8613800138000", null, null);
    private static final Vehicle NOTHING = new Vehicle("赣J00000", null, VehicleKind.CAR, null, null);

    private final Identities identities;
    private final DataKeys keys;

    public Rehearsal(Identities identities, DataKeys keys) {
        this.identities = identities;
        this.keys = keys;
    }

    void rehearse(@Observes StartupEvent event) {
        var key = keys.current();
        identities.seal(NOBODY, NO_READING, key);
        identities.seal(NOTHING, NO_READING, key);
    }
}
