package io.feverline.alert.postgres;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Rings when any instance has committed changes: PostgreSQL's LISTEN on a connection of its own, which is made again
 * when it breaks. What was missed meanwhile is read when it is back.
 */
@ApplicationScoped
public class ChangeBell {
    private static final Logger LOG = Logger.getLogger(ChangeBell.class);
    private static final String CHANNEL = "alert_change";
    private static final long RETRY_MS = 500;

    private final ChangeLog changes;
    private final PgSubscriber subscriber;

    ChangeBell(
            Vertx vertx,
            ChangeLog changes,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.changes = changes;
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(username)
                .setPassword(password);
        // Without a name its metrics begin with a dot.
        options.setMetricsName("postgresql|" + CHANNEL);
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(attempt -> RETRY_MS);
    }

    void listen(@Observes StartupEvent start) {
        subscriber
                .channel(CHANNEL)
                .subscribeHandler(nothing -> changes.refresh())
                .handler(payload -> changes.refresh());
        subscriber.connect().onFailure(failure -> LOG.warn("the database cannot be listened to yet", failure));
    }

    @PreDestroy
    void close() {
        var closed = subscriber.close();
        closed.onFailure(failure -> LOG.debug("the listening connection was gone already", failure));
    }
}
