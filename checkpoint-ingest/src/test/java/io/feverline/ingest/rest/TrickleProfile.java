package io.feverline.ingest.rest;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.FastTime;
import java.util.Set;

/** A door whose day passes as fast as a test wants. */
public class TrickleProfile extends DoorProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(FastTime.class);
    }
}
