package io.feverline.ingest.rest;

import com.github.benmanes.caffeine.cache.Ticker;
import io.feverline.ingest.config.IdempotencyConfig;
import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.Body;
import io.feverline.ingest.intake.HeldBodies;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Answers a batch that comes again with its Idempotency-Key as it was answered before, and publishes nothing for it
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>Whether a batch is the same is known when all of it is here, and lines are published while they arrive: so the
 * body of a request with a key is held as it was sent, and nothing of it is looked at before it has been compared. A
 * client that stalls or is cut off has then not claimed its key yet.
 *
 * <p>Remembered is what would not change: what became of each item, and why a batch was turned away whole. After a 503,
 * or a 429, the key is free, and the repeat is taken as a new request.
 */
@Singleton
public class IdempotencyKeys {
    /** The header. */
    static final String HEADER = "Idempotency-Key";

    /** RFC 8941, 3.3.3: printable ASCII in quotes; 1,024 characters are what everybody has to understand. */
    private static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){0,1024}\"");

    private final GivenAnswers answers;
    private final QuotaGate quota;
    private final HeldBodies held;
    private final IngestConfig config;
    private final Counter replayed;
    private final Counter underWay;

    public IdempotencyKeys(
            IdempotencyConfig idempotency,
            IngestConfig config,
            QuotaGate quota,
            HeldBodies held,
            Ticker ticker,
            MeterRegistry metrics) {
        this.answers = new GivenAnswers(idempotency, ticker);
        this.quota = quota;
        this.held = held;
        this.config = config;
        Gauge.builder("feverline.idempotency.answers", answers, GivenAnswers::size)
                .description("Answers that are remembered for their Idempotency-Key")
                .register(metrics);
        this.replayed = Counter.builder("feverline.requests.replayed")
                .description("Requests answered as before because their Idempotency-Key and content came again")
                .register(metrics);
        this.underWay = Counter.builder("feverline.requests.under.way")
                .description("Requests answered 409 because one with their Idempotency-Key was not answered yet")
                .register(metrics);
    }

    /** What is done with a batch that is new. */
    interface Work {
        CompletionStage<BatchReceipt> on(InputStream body) throws Rejected, IOException;
    }

    /**
     * Does the work, unless the request has a key under which it was done; fails with {@link KeyUnderWay} meanwhile.
     */
    CompletionStage<BatchReceipt> once(RoutingContext http, InputStream sent, Work work) throws Rejected, IOException {
        String header = Bodies.all(HEADER, http);
        if (header == null) {
            return work.on(sent);
        }
        if (!STRING.matcher(header).matches()) {
            throw new Rejected(
                    Reason.IDEMPOTENCY_KEY_MALFORMED,
                    "须为一个带引号的字符串，最多 1024 个字符 / one string in quotes (RFC 8941), at most 1,024 characters");
        }
        var key = new GivenAnswers.Key(DeviceFilter.device(http).origin().deviceId(), header);
        try (var part = held.part()) {
            return once(key, http, held(sent, part), work);
        }
    }

    private CompletionStage<BatchReceipt> once(GivenAnswers.Key key, RoutingContext http, byte[] body, Work work)
            throws Rejected, IOException {
        var content = content(http, body);
        var earlier = answers.claim(key, content);
        if (earlier == null) {
            return begun(key, content, body, work);
        }
        // Whatever it is answered, it costs something, as everything that is sent does.
        quota.take(http, 1);
        return again(earlier, content);
    }

    private CompletionStage<BatchReceipt> begun(GivenAnswers.Key key, ByteBuffer content, byte[] body, Work work) {
        return stage(work, body).whenComplete((receipt, failure) -> {
            if (receipt != null) {
                answers.keep(key, content, receipt);
            } else if (failure instanceof Rejected refusal) {
                answers.keep(key, content, refusal);
            } else {
                answers.release(key, content);
            }
        });
    }

    /** Whatever is thrown becomes the stage's, as a key that stays claimed would have its repeats wait for nothing. */
    private static CompletionStage<BatchReceipt> stage(Work work, byte[] body) {
        try {
            return work.on(new ByteArrayInputStream(body));
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private CompletionStage<BatchReceipt> again(GivenAnswers.Given earlier, ByteBuffer content) throws Rejected {
        if (!earlier.content().equals(content)) {
            throw new Rejected(
                    Reason.IDEMPOTENCY_KEY_REUSED,
                    "该键已用于另一批；新的一批请用新的键 / it came with another batch; a new batch takes a new key");
        }
        var answer = earlier.answer();
        if (answer == null) {
            underWay.increment();
            throw new KeyUnderWay();
        }
        replayed.increment();
        return answer;
    }

    private byte[] held(InputStream sent, HeldBodies.Part part) throws Rejected, IOException {
        long most = config.arrayBytes().asLongValue();
        // A byte more, so that it is said here what is too large.
        try (var asSent = Body.open(sent, null, most + 1)) {
            byte[] body = asSent.whole(part::take);
            if (body.length > most) {
                throw new Rejected(
                        Reason.TOO_LARGE,
                        "带 Idempotency-Key 时最多 " + most + " 字节；不带亦可，相同编号重发不会重复 / with an Idempotency-Key at most "
                                + most + " bytes as sent; it can go without, the same ids sent again have one effect");
            }
            return body;
        }
    }

    /** Of the text and of what it is said to be: who packs it anew each time sends the same. */
    private ByteBuffer content(RoutingContext http, byte[] sent) throws Rejected, IOException {
        var digest = sha256();
        var type = Bodies.type(http);
        digest.update((type.getType() + '/' + type.getSubtype() + '\n')
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8));
        try (var body = Bodies.open(http, new ByteArrayInputStream(sent), config.linesBytes())) {
            body.readInto(digest);
        }
        return ByteBuffer.wrap(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
