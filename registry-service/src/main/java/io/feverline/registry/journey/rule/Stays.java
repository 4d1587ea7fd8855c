package io.feverline.registry.journey.rule;

import io.feverline.registry.journey.rule.Stay.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs entries and exits. Of entries on one journey the first counts, and of exits the last: a corridor and the highway
 * exit behind it both see the same arrival.
 */
public final class Stays {
    private final List<Stay> stays = new ArrayList<>();
    private @Nullable Stop entry;
    private boolean enteredOnThisJourney;
    private boolean leftOnThisJourney;

    private Stays() {}

    /**
     * The stays of one traveller or vehicle, newest first.
     *
     * @param journeys newest first
     */
    public static List<Stay> of(List<Journey> journeys) {
        var stays = new Stays();
        for (int i = journeys.size() - 1; i >= 0; i--) {
            stays.follow(journeys.get(i));
        }
        return stays.newestFirst();
    }

    private void follow(Journey journey) {
        enteredOnThisJourney = false;
        leftOnThisJourney = false;
        for (Stop stop : journey.stops()) {
            // Where a bus is registered is not where it is.
            if (!stop.gate().moves()) {
                pass(stop);
            }
        }
    }

    private void pass(Stop stop) {
        Stop in = entry;
        if (in != null && !in.gate().county().equals(stop.gate().county())) {
            end(State.SEEN_ELSEWHERE, in, stop);
        }
        switch (stop.gate().way()) {
            case IN -> enter(stop);
            case OUT -> leave(stop);
            case EITHER -> {}
        }
    }

    private void enter(Stop stop) {
        if (entry != null && !enteredOnThisJourney) {
            end(State.EXIT_UNSEEN, entry, null);
        }
        if (entry == null) {
            entry = stop;
        }
        enteredOnThisJourney = true;
        leftOnThisJourney = false;
    }

    private void leave(Stop stop) {
        if (entry != null) {
            end(State.LEFT, entry, stop);
        } else if (leftOnThisJourney && isLastOf(stop.gate().county())) {
            Stay last = stays.remove(stays.size() - 1);
            stays.add(new Stay(last.county(), last.state(), last.entry(), stop));
        } else {
            stays.add(new Stay(stop.gate().county(), State.ENTRY_UNSEEN, null, stop));
        }
        leftOnThisJourney = true;
    }

    private boolean isLastOf(String county) {
        return stays.get(stays.size() - 1).county().equals(county);
    }

    private void end(State state, Stop in, @Nullable Stop end) {
        stays.add(new Stay(in.gate().county(), state, in, end));
        entry = null;
        enteredOnThisJourney = false;
        leftOnThisJourney = false;
    }

    private List<Stay> newestFirst() {
        if (entry != null) {
            end(State.INSIDE, entry, null);
        }
        Collections.reverse(stays);
        return stays;
    }
}
