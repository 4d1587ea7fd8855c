package io.feverline.simulator.people;

import io.feverline.gateway.Traveller;
import io.feverline.simulator.plan.Draft;
import io.feverline.simulator.plan.Planned;
import io.feverline.simulator.plan.ReadingIds;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The crowd, one slot of time after the other: a recheck that has come due, else the next traveller. */
final class CrowdSchedule implements Iterator<Planned> {

    /** From here on the gate asks for a second measurement, m°C; the usual rule of the posters: over 37.3 °C. */
    private static final int RECHECKED_OVER = 37_300;

    private static final long SECOND = 1_000_000_000L;

    private record Recheck(long dueNanos, Gate gate, Body body, Draft first) {}

    private final Crowd crowd;
    private final SplittableRandom random;
    private final ReadingIds ids;
    private final Papers papers;
    private final List<Gate> gates;
    private final PriorityQueue<Recheck> rechecks = new PriorityQueue<>(Comparator.comparingLong(Recheck::dueNanos));
    private long slot;
    private long people;

    CrowdSchedule(Crowd crowd) {
        this.crowd = crowd;
        random = new SplittableRandom(crowd.seed());
        ids = new ReadingIds(crowd.run(), crowd.seed());
        papers = new Papers(crowd.seed());
        gates = crowd.devices().stream().map(d -> new Gate(d, random.split())).toList();
    }

    private long slotNanos() {
        return (long) (slot * (SECOND / crowd.rate()));
    }

    @Override
    public boolean hasNext() {
        return slotNanos() < crowd.length().toNanos();
    }

    @Override
    public Planned next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long at = slotNanos();
        slot++;
        Recheck due = rechecks.peek();
        if (due != null && due.dueNanos() <= at) {
            rechecks.remove();
            return again(due, at);
        }
        return somebody(at);
    }

    private Planned somebody(long at) {
        long n = people++;
        Gate gate = gates.get(random.nextInt(gates.size()));
        Body body = Body.draw(random.nextDouble() < crowd.prevalence(), random);
        Ride ride = gate.ride(random);
        Place origin = ride == null ? Place.draw(random) : ride.origin();
        Traveller traveller = random.nextDouble() < crowd.documents() ? papers.of(n, origin, random) : null;
        int ambient = gate.ambientNow(random);
        Draft draft = new Draft(
                ids.of("p" + n),
                "p" + n,
                gate.thermometer().read(body, ambient, at, random),
                gate.device().surface(),
                gate.device().measuringSite(),
                ambient,
                traveller,
                ride == null ? null : ride.nextSeat(),
                null);
        if (draft.judgedAt(gate.device()) > RECHECKED_OVER) {
            rechecks.add(new Recheck(at + random.nextLong(20 * SECOND, 90 * SECOND), gate, body, draft));
        }
        return new Planned(at, gate.device(), draft);
    }

    private Planned again(Recheck due, long at) {
        Draft first = due.first();
        int ambient = due.gate().ambientNow(random);
        Draft second = new Draft(
                ids.of(first.person() + "/recheck"),
                first.person(),
                due.gate().thermometer().read(due.body(), ambient, at, random),
                first.surface(),
                first.site(),
                ambient,
                first.traveller(),
                first.vehicle(),
                first.id());
        return new Planned(at, due.gate().device(), second);
    }
}
