package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Cuts off who sends a request's body a byte at a time: such a connection is never idle, so no idle timeout ends it, and a
 * batch's holds a worker. The connection is closed without a word: the worker that reads from it is thereby set free, and
 * would otherwise answer a second time.
 */
@Singleton
public class SlowClients {
    private static final int BEFORE_ALL_OTHERS = 1000;

    private final long within;

    public SlowClients(IngestConfig config) {
        within = config.bodyWithin().toMillis();
    }

    void install(@Observes Filters filters) {
        filters.register(this::limit, BEFORE_ALL_OTHERS);
    }

    private void limit(RoutingContext context) {
        // Nearly every request is here whole before this turn of the event loop is over, and needs no timer.
        context.vertx().runOnContext(nextTurn -> {
            if (!context.request().isEnded()) {
                watch(context);
            }
        });
        context.next();
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        long timer = context.vertx().setTimer(within, due -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        // Not with the answer's end: a request may be answered before its body has come, with a 401 for instance.
        request.end().onComplete(ended -> context.vertx().cancelTimer(timer));
    }
}
