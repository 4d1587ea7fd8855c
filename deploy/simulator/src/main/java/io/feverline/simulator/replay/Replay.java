package io.feverline.simulator.replay;

import io.feverline.gateway.Traveller;
import io.feverline.simulator.people.Place;
import io.feverline.simulator.people.ResidentIds;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Draft;
import io.feverline.simulator.plan.Planned;
import io.feverline.simulator.plan.ReadingIds;
import io.feverline.simulator.plan.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The people of a study file, one day of them, pressed into the run's length.
 *
 * <p>Each person is one traveller at one gate. Their infrared rounds are posted as bare skin of the forehead (SURFACE:
 * the device's offset is added where they are judged), one after the other; last comes the oral reference as a BODY
 * reading of the forehead: what a thermometer would show that adjusts perfectly. So the study's fevers, which bare skin
 * mostly hides, are fevers here.
 *
 * @param file the people
 * @param pattern how they arrive over the day
 * @param devices the gates
 * @param length what the day is pressed into
 * @param seed decides gates and the jitter of arrivals
 * @param run label of the run, see {@link ReadingIds}
 */
public record Replay(
        ThermographyFile file, ArrivalPattern pattern, List<Device> devices, Duration length, long seed, String run)
        implements Source {

    /** Between two measurements of one person: aiming, waiting for the display, reading it. A scenario. */
    private static final Duration SPACING = Duration.ofSeconds(5);

    /** A short run keeps at least nine tenths of its time for arrivals. */
    private static final int SPACING_PARTS = 40;

    /** Where numbers of replayed people begin: beyond those of any generated crowd. */
    private static final long FIRST_NUMBER = 50_000_000L;

    /** Copies the list. */
    public Replay {
        devices = List.copyOf(devices);
    }

    @Override
    public Iterator<Planned> schedule() {
        SplittableRandom random = new SplittableRandom(seed);
        ReadingIds ids = new ReadingIds(run, seed);
        ResidentIds numbers =
                new ResidentIds(Place.ALL.stream().map(Place::areaCode).toList(), 0);
        long spacing = spacingNanos();
        long arrivals = length.toNanos() - 4 * spacing;
        List<Planned> planned = new ArrayList<>();
        int people = file.subjects().size();
        for (int n = 0; n < people; n++) {
            Subject subject = file.subjects().get(n);
            long at = (long) (arrivals * pattern.timeOf((n + random.nextDouble()) / people));
            Device device = devices.get(random.nextInt(devices.size()));
            Traveller traveller = new Traveller("resident-id", numbers.of(FIRST_NUMBER + n), null, null, null, null);
            for (Draft draft : drafts(subject, traveller, ids)) {
                planned.add(new Planned(at, device, draft));
                at += spacing;
            }
        }
        planned.sort(Comparator.comparingLong(Planned::atNanos));
        return planned.iterator();
    }

    private long spacingNanos() {
        return Math.min(SPACING.toNanos(), length.toNanos() / SPACING_PARTS);
    }

    private static List<Draft> drafts(Subject subject, Traveller traveller, ReadingIds ids) {
        List<Draft> drafts = new ArrayList<>();
        for (int skin : subject.foreheads()) {
            drafts.add(draft(subject, skin, true, "round" + (drafts.size() + 1), traveller, ids));
        }
        Integer oral = subject.oral();
        if (oral != null) {
            drafts.add(draft(subject, oral, false, "oral", traveller, ids));
        }
        return drafts;
    }

    private static Draft draft(
            Subject subject, int temperature, boolean surface, String name, Traveller traveller, ReadingIds ids) {
        return new Draft(
                ids.of(subject.id() + '/' + name),
                subject.id(),
                temperature,
                surface,
                "forehead",
                subject.ambient(),
                traveller,
                null,
                null);
    }

    @Override
    public List<String> remarks() {
        int readings = file.subjects().stream().mapToInt(Subject::readings).sum();
        return List.of("replay: %d people with %d readings; skipped as unusable: %d cells, %d people"
                .formatted(file.subjects().size(), readings, file.unusableCells(), file.unusablePeople()));
    }
}
