package io.feverline.simulator.plan;

import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the schedule's time. It never looks at an answer: a late one makes nothing later. */
public final class Pacer {

    /** Takes an entry when it is due. */
    public interface Measure {

        /**
         * Must return at once.
         *
         * @param dueNanos when it was due, by {@link System#nanoTime()}
         */
        void take(Planned planned, long dueNanos);
    }

    private final CountDownLatch stop;

    /**
     * A pacer that can be stopped.
     *
     * @param stop counted down when the run must end early
     */
    public Pacer(CountDownLatch stop) {
        this.stop = stop;
    }

    /** Hands out each entry when it is due, until there are none left or the stop comes. */
    public void run(Iterator<Planned> schedule, Measure measure) throws InterruptedException {
        long start = System.nanoTime();
        while (schedule.hasNext()) {
            Planned planned = schedule.next();
            long due = start + planned.atNanos();
            if (stop.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
            measure.take(planned, due);
        }
    }
}
