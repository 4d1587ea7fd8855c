package io.feverline.simulator.people;

import io.feverline.simulator.plan.Device;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One device with its faults, its weather and who passes it: people on foot, cars or coaches. */
final class Gate {

    private enum Traffic {
        ON_FOOT,
        CARS,
        COACHES
    }

    private static final int AMBIENT_DEVIATION = 400;

    private final Device device;
    private final Thermometer thermometer;
    private final Traffic traffic;
    private final int ambient;
    private @Nullable Ride ride;

    Gate(Device device, RandomGenerator random) {
        this.device = device;
        thermometer = new Thermometer(device, random);
        traffic = Traffic.values()[random.nextInt(Traffic.values().length)];
        ambient = random.nextInt(16_000, 24_001);
    }

    Device device() {
        return device;
    }

    Thermometer thermometer() {
        return thermometer;
    }

    /** m°C, around the gate's own, in the tenths of a cheap sensor. */
    int ambientNow(RandomGenerator random) {
        return (int) Math.round(random.nextGaussian(ambient, AMBIENT_DEVIATION) / 100.0) * 100;
    }

    /** The vehicle that is being measured; null where people come on foot. */
    @Nullable
    Ride ride(RandomGenerator random) {
        if (traffic == Traffic.ON_FOOT) {
            return null;
        }
        if (ride == null || ride.full()) {
            ride = Ride.draw(traffic == Traffic.COACHES, random);
        }
        return ride;
    }
}
