package io.feverline.simulator.people;

import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Planned;
import io.feverline.simulator.plan.Source;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Generated travellers at an even rate, in an order that the seed alone decides.
 *
 * @param devices the gates
 * @param rate readings per second, rechecks among them
 * @param length the run's length
 * @param prevalence share of travellers with a fever, 0 to 1
 * @param documents share of travellers who show papers, 0 to 1
 * @param seed the same seed, the same people at the same gates
 * @param run label of the run, see {@link io.feverline.simulator.plan.ReadingIds}
 */
public record Crowd(
        List<Device> devices, double rate, Duration length, double prevalence, double documents, long seed, String run)
        implements Source {

    /** Copies the list. */
    public Crowd {
        devices = List.copyOf(devices);
    }

    @Override
    public Iterator<Planned> schedule() {
        return new CrowdSchedule(this);
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }
}
