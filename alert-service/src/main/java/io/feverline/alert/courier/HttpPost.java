package io.feverline.alert.courier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.notify.Reply;
import io.feverline.alert.notify.Targets;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to whom it is told to. The time limit holds for all of it, from the name's resolution to the answer's last
 * byte; redirects are not followed, and the address that was checked is the one that is connected to. Where a receiver
 * is, which may have a key in it, is in no trace.
 */
@ApplicationScoped
class HttpPost {
    /** Nobody has more to say than that. */
    private static final int LONGEST_ANSWER = 65_536;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Names are resolved beside the event loops and whatever else blocks; that of one who is ill may take long. */
    private static final int RESOLVERS = 16;

    private final Vertx vertx;
    private final HttpClient client;
    private final WorkerExecutor resolvers;
    private final NotifyConfig config;
    private final InstantSource clock;
    private final long limit;

    HttpPost(Vertx vertx, NotifyConfig config, InstantSource clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = clock;
        this.limit = config.timeLimit().toMillis();
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setConnectTimeout((int) limit)
                        .setIdleTimeout((int) limit)
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setDecompressionSupported(false),
                // One host may be many channels' and hang for one of them.
                new PoolOptions().setHttp1MaxSize(config.concurrent()));
        this.resolvers = vertx.createSharedWorkerExecutor("feverline-resolve", RESOLVERS, limit, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void close() {
        client.close();
        resolvers.close();
    }

    /**
     * What was answered.
     *
     * @param meaning by the status
     * @param body empty when there was too much of it
     */
    record Answer(Reply meaning, String body) {}

    /** Posts; whatever keeps it from being answered is an answer too. */
    Uni<Answer> send(URI url, Map<String, String> headers, String body) {
        return Uni.createFrom()
                .completionStage(() -> new Exchange().run(url, headers, body).toCompletionStage())
                .onFailure()
                .recoverWithItem(failure -> new Answer(new Reply.Failed(why(failure), null), ""));
    }

    /** Nothing of what a receiver or a resolver said, which may quote the URL. */
    private static String why(Throwable failure) {
        if (failure instanceof TooLate) {
            return "timeout";
        }
        if (failure instanceof NotAllowed) {
            return "address not allowed";
        }
        if (failure instanceof UnknownHostException) {
            return "unknown host";
        }
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        return failure instanceof SSLException
                ? "no secure connection"
                : failure.getClass().getSimpleName();
    }

    private static final class TooLate extends RuntimeException {
        TooLate() {
            super("too late", null, false, false);
        }
    }

    private static final class NotAllowed extends RuntimeException {
        NotAllowed() {
            super("not allowed", null, false, false);
        }
    }

    private Future<InetAddress> resolve(String host) {
        // Of an IPv6 literal URI keeps the brackets.
        return resolvers.executeBlocking(
                () -> Arrays.stream(InetAddress.getAllByName(host))
                        .filter(address -> config.allowInsecureTargets() || Targets.isPublic(address))
                        .findFirst()
                        .orElseThrow(NotAllowed::new),
                false);
    }

    /** One request and its answer, ended by whatever comes first. */
    private final class Exchange {
        private final Promise<Answer> answer = Promise.promise();
        private @Nullable HttpClientRequest request;

        Future<Answer> run(URI url, Map<String, String> headers, String body) {
            long timer = vertx.setTimer(limit, late -> end(new TooLate()));
            resolve(url.getHost())
                    .compose(address -> client.request(options(url, address, headers)))
                    // Read on the request's own context: elsewhere a part of the answer could come before its handler.
                    .compose(opened -> send(opened, body).onSuccess(this::read))
                    .onFailure(this::end);
            return answer.future().onComplete(done -> vertx.cancelTimer(timer));
        }

        private RequestOptions options(URI url, InetAddress address, Map<String, String> headers) {
            boolean secure = "https".equalsIgnoreCase(url.getScheme());
            int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
            String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                    .setHost(url.getHost())
                    .setPort(port)
                    .setSsl(secure)
                    .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                    .setFollowRedirects(false)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                    .putHeader(HttpHeaders.USER_AGENT, "feverline");
            headers.forEach(options::putHeader);
            return options;
        }

        private Future<HttpClientResponse> send(HttpClientRequest opened, String body) {
            synchronized (this) {
                request = opened;
            }
            if (answer.future().isComplete()) {
                opened.reset();
            }
            return opened.send(Buffer.buffer(body.getBytes(UTF_8)));
        }

        private void read(HttpClientResponse response) {
            Reply meaning = Reply.of(
                    response.statusCode(),
                    response.getHeader(HttpHeaders.RETRY_AFTER),
                    clock.instant(),
                    config.longestRetryAfter());
            Buffer body = Buffer.buffer();
            response.exceptionHandler(this::end);
            response.endHandler(end -> answer.tryComplete(new Answer(meaning, body.toString(UTF_8))));
            response.handler(part -> {
                if (body.length() + part.length() > LONGEST_ANSWER) {
                    answer.tryComplete(new Answer(meaning, ""));
                    reset();
                } else {
                    body.appendBuffer(part);
                }
            });
        }

        private void end(Throwable failure) {
            if (answer.tryFail(failure)) {
                reset();
            }
        }

        private void reset() {
            HttpClientRequest opened;
            synchronized (this) {
                opened = request;
            }
            if (opened != null) {
                opened.reset();
            }
        }
    }
}
