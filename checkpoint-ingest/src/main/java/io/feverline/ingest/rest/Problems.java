package io.feverline.ingest.rest;

import io.feverline.ingest.config.IngestConfig;
import io.feverline.ingest.intake.Counts;
import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.quota.Allowance;
import io.feverline.ingest.quota.QuotaExceeded;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every answer that is not a success, made in one place. */
@Singleton
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final Map<Integer, Problem> BY_STATUS = Map.of(
            400, Problem.of("bad-request", "请求不对 / Bad request", 400, null),
            404, Problem.of("not-found", "没有这个地址 / Nothing here", 404, null),
            405, Problem.of("method-not-allowed", "此地址不支持该方法 / Method not allowed", 405, null),
            406, Problem.of("not-acceptable", "只提供 JSON / Only JSON is served", 406, null),
            413, Problem.of("too-large", "请求过大 / Too large", 413, null),
            415,
                    Problem.of(
                            "media-type",
                            "内容类型不支持 / Media type not supported",
                            415,
                            "application/json, application/cloudevents+json; batches also application/x-ndjson, application/cloudevents-batch+json"));

    private final Counts counts;
    private final IngestConfig config;

    public Problems(Counts counts, IngestConfig config) {
        this.counts = counts;
        this.config = config;
    }

    /** The problem of a request that went no further than its address or its headers. */
    public static Problem ofStatus(int status) {
        return BY_STATUS.getOrDefault(status, Problem.of("http-" + status, "HTTP " + status, status, null));
    }

    /** A submission's problem: 422 when it can be read but breaks a rule, another of the 400s when it cannot. */
    public static Problem of(Rejected rejected) {
        var reason = rejected.reason();
        return Problem.of(reason.slug(), reason.title(), status(reason), rejected.detail());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case IDEMPOTENCY_KEY_MALFORMED, MALFORMED_GZIP, NOT_UTF_8, MALFORMED_JSON, JSON_LIMIT, DUPLICATE_MEMBER ->
                400;
            case TOO_LARGE, TOO_MANY_ITEMS, LINE_TOO_LONG -> 413;
            case CONTENT_ENCODING, CHARSET -> 415;
            default -> 422;
        };
    }

    static Response unauthorised() {
        return Response.status(401)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        "device-key",
                        "设备密钥无效 / No live device key",
                        401,
                        "请带 Authorization: Bearer <设备密钥> / send Authorization: Bearer <device key>"))
                .build();
    }

    /** Of whoever comes without a live key again and again. */
    public static Problem tooManyFailures() {
        return Problem.of(
                "too-many-failures",
                "密钥屡次错误 / Too many wrong keys",
                429,
                "请检查设备密钥，按 Retry-After 再试 / check the device's key and try again after Retry-After");
    }

    static Response slowed(Duration pause) {
        return Response.status(429)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, pause.plusMillis(999).toSeconds()))
                .type(Problem.MEDIA_TYPE)
                .entity(tooManyFailures())
                .build();
    }

    @ServerExceptionMapper
    Response map(Rejected rejected) {
        counts.rejected(rejected.reason());
        return refused(rejected);
    }

    static Response refused(Rejected rejected) {
        var problem = of(rejected);
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        // RFC 9110, 15.5.16
        return (rejected.reason() == Reason.CONTENT_ENCODING
                        ? answer.header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                        : answer)
                .build();
    }

    /** The request's body did not come to its end; the connection is closed by now, and seldom hears this. */
    @ServerExceptionMapper
    Response map(IOException stalled) {
        LOG.debugf(stalled, "answered 408");
        return answer(Problem.of("timeout", "请求未传完 / The request did not come to its end", 408, null));
    }

    @ServerExceptionMapper
    Response map(DoorBusy busy) {
        counts.unacknowledged();
        LOG.debugf(busy, "answered 503");
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, config.retryAfterSeconds())
                .type(Problem.MEDIA_TYPE)
                .entity(notAcknowledged())
                .build();
    }

    /** Nobody knows yet whether it was taken. */
    public static Problem notAcknowledged() {
        return new Problem(
                "urn:feverline:problem:not-acknowledged",
                "尚未确认，请保留并重发 / Not acknowledged yet: keep and send again",
                503,
                "读数可能已收下，也可能没有；以相同编号重发不会重复 / they may or may not have been taken; the same ids sent again have one effect",
                true);
    }

    /** Nothing was taken, for there is not enough quota left. */
    public static Problem quotaExceeded(Allowance allowance) {
        return new Problem(
                "urn:feverline:problem:quota-exceeded",
                "超出配额 / Quota exceeded",
                429,
                "一条都未收下，请按 Retry-After 重发 / nothing of it was taken: send it again after Retry-After; policy "
                        + allowance.policy(),
                true);
    }

    /** The fault is the door's own. */
    public static Problem internal() {
        return Problem.of("internal", "服务内部错误 / Internal error", 500, null);
    }

    @ServerExceptionMapper
    Response map(DoorStarting starting) {
        counts.starting();
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, config.retryAfterSeconds())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "urn:feverline:problem:starting",
                        "正在启动 / Starting",
                        503,
                        "设备名单尚未读完，请按 Retry-After 重发 / not all devices have been read yet: send it again after Retry-After",
                        true))
                .build();
    }

    @ServerExceptionMapper
    Response map(QuotaExceeded exceeded) {
        return Response.status(429)
                .header(HttpHeaders.RETRY_AFTER, exceeded.allowance().seconds())
                .type(Problem.MEDIA_TYPE)
                .entity(quotaExceeded(exceeded.allowance()))
                .build();
    }

    @ServerExceptionMapper
    Response map(KeyUnderWay repeated) {
        return Response.status(409)
                .header(HttpHeaders.RETRY_AFTER, config.retryAfterSeconds())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "urn:feverline:problem:idempotency-key-under-way",
                        "同一键的请求仍在处理 / A request with this Idempotency-Key is under way",
                        409,
                        "请按 Retry-After 以相同的键重发 / send it again with the same key after Retry-After",
                        true))
                .build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        return answer(BY_STATUS.getOrDefault(
                status,
                Problem.of(
                        "http-" + status, refused.getResponse().getStatusInfo().getReasonPhrase(), status, null)));
    }

    @ServerExceptionMapper
    Response map(RuntimeException fault) {
        LOG.error("A request failed", fault);
        return answer(internal());
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
