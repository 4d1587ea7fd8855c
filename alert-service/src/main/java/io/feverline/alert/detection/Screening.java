package io.feverline.alert.detection;

import io.feverline.alert.episode.Screened;
import io.feverline.alert.rule.Measured;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.alert.rule.Site;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.SealedVehicle;
import io.feverline.registry.events.keyregion.KeyRegions;

/** A reading as it came becomes one that a policy has judged, with the key region it came from. */
final class Screening {

    private Screening() {}

    static Screened by(Policies policies, KeyRegions regions, ReadingTaken reading) {
        ScreeningPolicy policy = policies.at(reading.getMeasuredAt());
        Site site = Site.valueOf(reading.getSite().name());
        SealedTraveller traveller = reading.getTraveller();
        SealedVehicle vehicle = reading.getVehicle();
        String platePrefix = vehicle == null ? null : vehicle.getPlatePrefix();
        String originArea = traveller == null ? null : traveller.getOriginArea();
        return new Screened(
                reading.getId(),
                reading.getMeasuredAt(),
                reading.getReceivedAt(),
                reading.getLane() == Lane.LATE || reading.getClockAhead(),
                reading.getRecheckOf(),
                traveller == null ? null : traveller.getToken(),
                reading.getDeviceId(),
                reading.getCheckpointId(),
                reading.getAreaCode(),
                site,
                policy.judge(new Measured(
                        site,
                        reading.getTemperature(),
                        reading.getMode() == Mode.SURFACE,
                        reading.getDeviceOffset(),
                        reading.getAmbient())),
                policy.recheckWindow(),
                platePrefix,
                originArea,
                regions.origin(reading.getMeasuredAt(), originArea, platePrefix),
                vehicle == null ? null : vehicle.getToken(),
                vehicle == null ? null : vehicle.getTrip());
    }
}
