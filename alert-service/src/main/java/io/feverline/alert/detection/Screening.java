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

/** A reading as it came becomes one that a policy has judged. */
final class Screening {

    private Screening() {}

    static Screened by(Policies policies, ReadingTaken reading) {
        ScreeningPolicy policy = policies.at(reading.getMeasuredAt());
        Site site = Site.valueOf(reading.getSite().name());
        SealedTraveller traveller = reading.getTraveller();
        SealedVehicle vehicle = reading.getVehicle();
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
                vehicle == null ? null : vehicle.getPlatePrefix(),
                traveller == null ? null : traveller.getOriginArea());
    }
}
