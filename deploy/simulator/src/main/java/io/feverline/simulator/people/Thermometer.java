package io.feverline.simulator.people;

import io.feverline.simulator.plan.Device;
import java.util.random.RandomGenerator;

/**
 * A device's faults.
 *
 * <p>Repeatability: 0.12 °C, the mean standard deviation of one person's four rounds in FLIR_group1 (Wang et al. 2023,
 * doi 10.13026/3bhc-9065). Calibration: within the ±0.3 °C of laboratory accuracy that ISO 80601-2-56:2017 allows,
 * here a third of it as standard deviation, cut at the limit. Drift: up to ±0.05 °C a day, a scenario; the field log
 * of six screening devices (feverscreen project) shows device means two degrees apart, so it is a mild one.
 * The display shows tenths.
 */
final class Thermometer {

    private static final int REPEATABILITY = 121;
    private static final int ACCURACY_LIMIT = 300;
    private static final int DISPLAY_STEP = 100;
    private static final double NANOS_A_DAY = 86_400e9;

    private final boolean surface;
    private final int bias;
    private final int driftPerDay;

    Thermometer(Device device, RandomGenerator random) {
        surface = device.surface();
        int drawn = (int) random.nextGaussian(0, ACCURACY_LIMIT / 3.0);
        bias = Math.max(-ACCURACY_LIMIT, Math.min(ACCURACY_LIMIT, drawn));
        driftPerDay = random.nextInt(-50, 51);
    }

    /**
     * One measurement.
     *
     * @param ambient m°C
     * @param atNanos since the run's start
     * @return what the display shows, m°C
     */
    int read(Body body, int ambient, long atNanos, RandomGenerator random) {
        int truth = surface ? body.skin(ambient) : body.core();
        double drift = driftPerDay * (atNanos / NANOS_A_DAY);
        double shown = truth + bias + drift + random.nextGaussian(0, REPEATABILITY);
        return (int) Math.round(shown / DISPLAY_STEP) * DISPLAY_STEP;
    }
}
