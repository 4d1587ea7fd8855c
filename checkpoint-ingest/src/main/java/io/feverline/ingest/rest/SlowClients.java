package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Cuts off who sends a request's body a byte at a time: such a connection is never idle, so no idle timeout ends it,
 * and a batch's holds a worker. The connection is closed without a word: the worker that reads from it is thereby set
 * free, and would otherwise answer a second time.
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
        var request = context.request();
        if (!request.isEnded()) {
            // Asked for now: later a worker reads, may come to the end at any moment, and nobody may ask any more.
            var end = request.end();
            // Nearly every request is here whole before this turn of the event loop is over, and needs no timer.
            context.vertx().runOnContext(nextTurn -> {
                if (!end.isComplete()) {
                    watch(request, end, context.vertx());
                }
            });
        }
        context.next();
    }

    private void watch(HttpServerRequest request, Future<Void> end, Vertx vertx) {
        long timer = vertx.setTimer(within, due -> request.connection().close());
        // Not with the answer's end: a request may be answered before its body has come, with a 401 for instance.
        end.onComplete(ended -> vertx.cancelTimer(timer));
    }
}
