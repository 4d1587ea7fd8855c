package io.feverline.alert.device;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How far everything has been read, and since when devices were listened to without a break. As long as one source is
 * behind, time stands still here: a backlog, a restart or a broker that is away makes nobody silent. And silence
 * takes others who are heard: when nobody is, that is the door or the network, and afterwards each device has its
 * time anew.
 */
public final class Observation {
    private final Map<String, Instant> readUpTo = new HashMap<>();
    private Instant heardAt = Instant.MIN;
    private Instant since = Instant.MIN;

    /** A source that will tell; until it has, time stands at where it was. */
    public void expect(String source, Instant lastReadUpTo) {
        readUpTo.merge(source, lastReadUpTo, Observation::later);
    }

    /**
     * What a source told.
     *
     * @param upTo whatever the door received before was read
     * @param lastHeardAt when the door received the last of it
     * @param unheard if nobody is heard for longer, nobody was listened to
     */
    public void told(String source, Instant upTo, Instant lastHeardAt, Duration unheard) {
        expect(source, upTo);
        if (lastHeardAt.isAfter(heardAt)) {
            if (heardAt.equals(Instant.MIN) || lastHeardAt.isAfter(heardAt.plus(unheard))) {
                since = lastHeardAt;
            }
            heardAt = lastHeardAt;
        }
    }

    /** Up to here everything was read; {@link Instant#MIN} when nothing is known. */
    public Instant now() {
        return readUpTo.values().stream().min(Instant::compareTo).orElse(Instant.MIN);
    }

    /** Up to here it is known who was silent. */
    Instant heardUpTo() {
        Instant now = now();
        return now.isBefore(heardAt) ? now : heardAt;
    }

    /** Devices were listened to from then on. */
    Instant since() {
        return since;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
