package io.feverline.alert.courier;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.notify.Backoff;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.alert.notify.Item;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Reply;
import io.feverline.alert.postgres.ChangeLog;
import io.feverline.alert.postgres.MessageStore;
import io.feverline.alert.postgres.NewsStore;
import io.feverline.alert.postgres.NotificationStore;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks what is to be told, and has it told. All that it knows is in the database: it may die at any moment, and
 * another instance, or itself when it is back, tells the same again under the same id. Nobody waits for a receiver but
 * the receiver's own channel.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** Longer than an attempt can take, with the statement that notes what became of it. */
    private static final int LEASE_IN_LIMITS = 2;

    private static final Duration LEASE_BEYOND = Duration.ofSeconds(5);

    private final NewsStore news;
    private final MessageStore messages;
    private final NotificationStore notifications;
    private final ChangeLog changes;
    private final Letters letters;
    private final Carriers carriers;
    private final NotifyConfig config;
    private final Backoff backoff;
    private final InstantSource clock;
    private final CourierMeters meters;

    /** How often it was woken and has not looked yet. */
    private final AtomicInteger calls = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();

    Courier(
            NewsStore news,
            MessageStore messages,
            NotificationStore notifications,
            ChangeLog changes,
            Letters letters,
            Carriers carriers,
            NotifyConfig config,
            InstantSource clock,
            CourierMeters meters) {
        this.news = news;
        this.messages = messages;
        this.notifications = notifications;
        this.changes = changes;
        this.letters = letters;
        this.carriers = carriers;
        this.config = config;
        this.backoff = new Backoff(config.backoff());
        this.clock = clock;
        this.meters = meters;
    }

    void begin(@Observes StartupEvent start) {
        if (config.enabled()) {
            follow(0);
        }
    }

    private void follow(long seen) {
        changes.awaitAfter(seen)
                .invoke(this::wake)
                .chain(changes::head)
                .subscribe()
                .with(this::follow, failure -> follow(seen));
    }

    @Scheduled(every = "${feverline.alert.notify.check-every}", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        wake();
    }

    @Scheduled(
            every = "15S",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> measure() {
        return config.enabled()
                ? notifications
                        .oldest()
                        .invoke(oldest -> meters.oldest(oldest.map(since -> Duration.between(since, clock.instant()))
                                .orElse(Duration.ZERO)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** There may be something to tell. */
    public void wake() {
        if (config.enabled() && calls.getAndIncrement() == 0) {
            goRound();
        }
    }

    private void goRound() {
        int heard = calls.get();
        fill().chain(this::send).subscribe().with(nothing -> rest(heard), failure -> {
            LOG.warn("notifications wait until the database can be asked", failure);
            rest(heard);
        });
    }

    private void rest(int heard) {
        if (calls.addAndGet(-heard) > 0) {
            goRound();
        }
    }

    private Uni<Void> fill() {
        return news.fill(now(), config.page()).chain(found -> {
            if (found == null) {
                return Uni.createFrom().voidItem();
            }
            meters.silenced((int)
                    found.stream().filter(told -> told.silenceId() != null).count());
            return fill();
        });
    }

    private Uni<Void> send() {
        int free = config.concurrent() - underWay.get();
        if (free <= 0) {
            return Uni.createFrom().voidItem();
        }
        Instant now = now();
        Instant leasedUntil =
                now.plus(config.timeLimit().multipliedBy(LEASE_IN_LIMITS)).plus(LEASE_BEYOND);
        return messages.claim(now, leasedUntil, free, config.most())
                .chain(this::written)
                .invoke(lent -> lent.forEach(this::carry))
                .replaceWithVoid();
    }

    /** A body is stored before anybody can have seen it, so that each attempt has the same. */
    private Uni<List<Message>> written(List<Message> lent) {
        List<UUID> blank = lent.stream()
                .filter(message -> message.body() == null)
                .map(Message::id)
                .toList();
        return blank.isEmpty()
                ? Uni.createFrom().item(lent)
                : messages.items(blank)
                        .map(items -> written(lent, items))
                        .chain(messages::write)
                        .map(bodies -> lent.stream()
                                .map(message -> message.with(bodies.getOrDefault(message.id(), message.body())))
                                .toList());
    }

    private Map<UUID, String> written(List<Message> lent, Map<UUID, List<Item>> items) {
        Map<UUID, String> bodies = new HashMap<>();
        for (Message message : lent) {
            if (message.body() == null) {
                try {
                    bodies.put(message.id(), letters.write(message, items.getOrDefault(message.id(), List.of())));
                } catch (RuntimeException e) {
                    LOG.errorf(e, "%s could not be written", message);
                }
            }
        }
        return bodies;
    }

    private void carry(Message message) {
        underWay.incrementAndGet();
        Uni<Reply> attempt = message.body() == null
                ? Uni.createFrom().item(new Reply.Rejected("not written"))
                : carriers.carry(message);
        attempt.onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(failure, "%s could not be carried", message);
                    return new Reply.Failed(failure.getClass().getSimpleName(), null);
                })
                .chain(reply -> note(message, reply))
                .subscribe()
                .with(nothing -> carried(), failure -> {
                    LOG.warnf(failure, "what became of %s could not be noted; it is tried again", message);
                    carried();
                });
    }

    private void carried() {
        underWay.decrementAndGet();
        wake();
    }

    private Uni<Void> note(Message message, Reply reply) {
        Instant now = now();
        Instant freeAt = now.plus(spacing(message.channel().kind()));
        if (reply instanceof Reply.Taken) {
            return messages.delivered(message, now, freeAt)
                    .invoke(() -> meters.count(message, CourierMeters.Outcome.DELIVERED));
        }
        if (reply instanceof Reply.Gone) {
            LOG.warnf("%s wants nothing more and is disabled", message.channel());
            return messages.disable(message.channel().id())
                    .chain(() -> failed(message, "HTTP 410", true, null, now, freeAt));
        }
        Duration wait = backoff.after(
                message.attempts() + 1, ThreadLocalRandom.current().nextDouble());
        Instant again = wait == null ? null : now.plus(wait);
        if (reply instanceof Reply.Rejected rejected) {
            return failed(message, rejected.why(), true, again, now, freeAt);
        }
        Reply.Failed failure = (Reply.Failed) reply;
        Duration asked = failure.retryAfter();
        Instant asAsked = asked == null ? freeAt : now.plus(asked);
        return failed(
                message,
                failure.why(),
                false,
                again == null || again.isAfter(asAsked) ? again : asAsked,
                now,
                freeAt.isAfter(asAsked) ? freeAt : asAsked);
    }

    private Uni<Void> failed(
            Message message, String why, boolean rejected, @Nullable Instant again, Instant now, Instant freeAt) {
        if (again == null) {
            LOG.warnf("%s is dead after %d attempts: %s", message, message.attempts() + 1, why);
        }
        return messages.failed(message, why, rejected, again, now, freeAt)
                .invoke(() -> meters.count(
                        message, again == null ? CourierMeters.Outcome.DEAD : CourierMeters.Outcome.RETRIED));
    }

    private Duration spacing(ChannelKind kind) {
        NotifyConfig.Spacing spacing = config.spacing();
        return switch (kind) {
            case WEBHOOK -> spacing.webhook();
            case MAIL -> spacing.mail();
            case WECOM -> spacing.wecom();
            case DINGTALK -> spacing.dingtalk();
        };
    }

    /** As exact as the database: a lease is told by its time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
