package io.feverline.alert.detection;

import io.feverline.alert.episode.Screened;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.Verdict;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;

/** A reading as it came, with the policy's verdict. */
record JudgedReading(ReadingTaken reading, Verdict verdict) {

    static JudgedReading by(ScreeningPolicy policy, ReadingTaken reading) {
        return new JudgedReading(
                reading, policy.judge(Site.valueOf(reading.getSite().name()), judgedTemperature(reading)));
    }

    /** A device in body mode has added its offset itself. */
    private static int judgedTemperature(ReadingTaken reading) {
        return reading.getMode() == Mode.SURFACE
                ? reading.getTemperature() + reading.getDeviceOffset()
                : reading.getTemperature();
    }

    Screened screened() {
        return new Screened(
                reading.getId(),
                reading.getMeasuredAt(),
                reading.getLane() == Lane.LATE || reading.getClockAhead(),
                reading.getRecheckOf(),
                verdict.kind());
    }
}
