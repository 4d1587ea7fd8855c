package io.feverline.alert.detection;

import io.feverline.alert.config.PolicyConfig;
import io.feverline.alert.episode.Trial;
import io.feverline.alert.episode.TrialReport;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.events.access.AreaScope;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.registry.events.keyregion.KeyRegions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;

/** What a past period would have been under a draft of a policy. */
@ApplicationScoped
public class Simulation {
    /** More alerts than these nobody could look at. */
    private static final int MOST_EPISODES = 50_000;

    private final PastReadings past;
    private final PolicyConfig config;
    private final Semaphore oneAtATime = new Semaphore(1);

    Simulation(PastReadings past, PolicyConfig config) {
        this.past = past;
        this.config = config;
    }

    /**
     * A simulation that came to its end.
     *
     * @param readings how many were looked at
     */
    public record Done(int readings, TrialReport report) {}

    /** Why a simulation did not come to its end. */
    public enum Obstacle {
        ANOTHER_RUNS,
        TOO_MANY_READINGS,
        TOO_MANY_EPISODES
    }

    /** A simulation that did not come to its end. */
    public static final class Stopped extends Exception {
        private final Obstacle obstacle;

        Stopped(Obstacle obstacle) {
            super(obstacle.name());
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /**
     * Judges the readings that arrived in an area from {@code from} until before {@code to}, as they were judged and by
     * the draft. Blocks for as long as it takes to read them.
     *
     * @throws Stopped when it was too much, or another one is running here
     */
    public Done run(PolicyDraft draft, Instant from, Instant to, AreaScope scope, Policies inForce) throws Stopped {
        if (!oneAtATime.tryAcquire()) {
            throw new Stopped(Obstacle.ANOTHER_RUNS);
        }
        try {
            var both = new Both(inForce, new Policies(List.of(draft.named("draft", Instant.EPOCH))));
            past.forEach(
                    from,
                    to,
                    reading -> reading.getSynthetic() || !scope.includes(reading.getAreaCode()) || both.take(reading));
            return both.done();
        } finally {
            oneAtATime.release();
        }
    }

    private final class Both {
        private final Policies inForce;
        private final Policies draft;
        private final Trial today = new Trial(MOST_EPISODES);
        private final Trial underDraft = new Trial(MOST_EPISODES);
        private int readings;
        private boolean tooManyEpisodes;

        private Both(Policies inForce, Policies draft) {
            this.inForce = inForce;
            this.draft = draft;
        }

        private boolean take(ReadingTaken reading) {
            readings++;
            boolean fits = today.take(Screening.by(inForce, KeyRegions.NONE, reading))
                    && underDraft.take(Screening.by(draft, KeyRegions.NONE, reading));
            tooManyEpisodes |= !fits;
            return fits && readings <= config.mostSimulated();
        }

        private Done done() throws Stopped {
            if (tooManyEpisodes) {
                throw new Stopped(Obstacle.TOO_MANY_EPISODES);
            }
            if (readings > config.mostSimulated()) {
                throw new Stopped(Obstacle.TOO_MANY_READINGS);
            }
            return new Done(readings, TrialReport.of(today.episodes(), underDraft.episodes()));
        }
    }
}
