package io.feverline.alert.postgres;

import io.feverline.alert.config.StreamConfig;
import io.feverline.alert.lifecycle.AlertChange;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The changes in their order, for any number of followers. The newest are in memory, read from the database once for
 * all; a follower that is further behind reads the database. Nobody is pushed to, so a slow follower holds up nobody.
 */
@ApplicationScoped
public class ChangeLog {
    private static final Logger LOG = Logger.getLogger(ChangeLog.class);

    private final AlertReader reader;
    private final StreamConfig config;
    private final Deque<AlertChange> recent = new ArrayDeque<>();
    private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();

    /** Up to here everything was read; -1 before the first look. */
    private long head = -1;

    /** Every change after this one, up to head, is in {@link #recent}. */
    private long recentAfter;

    private boolean reading;
    private boolean again;

    ChangeLog(AlertReader reader, StreamConfig config) {
        this.reader = reader;
        this.config = config;
    }

    /** Reads on from where it was; asked while reading, it reads once more. */
    public void refresh() {
        long from;
        synchronized (this) {
            if (reading) {
                again = true;
                return;
            }
            reading = true;
            again = false;
            from = head;
        }
        if (from < 0) {
            reader.head().subscribe().with(this::startAt, this::failed);
        } else {
            reader.changesAfter(from, config.page()).subscribe().with(this::append, this::failed);
        }
    }

    /** The newest change's number. */
    public Uni<Long> head() {
        return headFor(0);
    }

    /** The same for who has seen some already: when that is news here, the database is asked. */
    public Uni<Long> headFor(long seen) {
        synchronized (this) {
            if (head >= seen) {
                return Uni.createFrom().item(head);
            }
        }
        return reader.head();
    }

    /** The changes after {@code seq}, oldest first; as many as one page holds, none when there are none yet. */
    public Uni<List<AlertChange>> after(long seq) {
        synchronized (this) {
            if (head >= 0 && seq >= recentAfter && seq < head) {
                return Uni.createFrom().item(recentAfter(seq));
            }
        }
        return reader.changesAfter(seq, config.page());
    }

    /** From the newest back: nearly all followers wait for the one that has just come. */
    private List<AlertChange> recentAfter(long seq) {
        Deque<AlertChange> page = new ArrayDeque<>();
        Iterator<AlertChange> newestFirst = recent.descendingIterator();
        while (newestFirst.hasNext()) {
            AlertChange change = newestFirst.next();
            if (change.seq() <= seq) {
                break;
            }
            page.addFirst(change);
        }
        return page.stream().limit(config.page()).toList();
    }

    /** Completes when there may be a change after {@code seq}. */
    public Uni<Void> awaitAfter(long seq) {
        return Uni.createFrom().emitter(emitter -> {
            synchronized (this) {
                if (head <= seq) {
                    waiting.add(emitter);
                    emitter.onTermination(() -> leave(emitter));
                    return;
                }
            }
            emitter.complete(null);
        });
    }

    private synchronized void leave(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }

    private void startAt(long seq) {
        synchronized (this) {
            head = seq;
            recentAfter = seq;
        }
        done(true);
    }

    private void append(List<AlertChange> changes) {
        synchronized (this) {
            for (AlertChange change : changes) {
                recent.addLast(change);
                head = change.seq();
            }
            while (recent.size() > config.recent()) {
                recentAfter = recent.removeFirst().seq();
            }
        }
        done(!changes.isEmpty());
    }

    private void failed(Throwable failure) {
        LOG.warn("changes could not be read; followers read them themselves", failure);
        done(false);
    }

    private void done(boolean more) {
        List<UniEmitter<? super Void>> woken = List.of();
        boolean on;
        synchronized (this) {
            reading = false;
            on = again || more;
            if (more) {
                woken = List.copyOf(waiting);
                waiting.clear();
            }
        }
        woken.forEach(emitter -> emitter.complete(null));
        if (on) {
            refresh();
        }
    }
}
