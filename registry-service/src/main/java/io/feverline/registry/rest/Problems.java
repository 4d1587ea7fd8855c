package io.feverline.registry.rest;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;

/** What all problems have: a type of ours, and no word that came in with the request, also not in the log. */
@ApplicationScoped
public class Problems implements ProblemPostProcessor {
    static final String TYPE = "urn:feverline:problem:";
    static final String UNREADABLE_BODY = "请求体不是文档所述的 JSON / the body is not JSON of the documented form";

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        var kind = Kind.of(problem.getStatusCode());
        var typed = HttpProblem.builder(problem)
                .withType(URI.create(TYPE + kind.slug()))
                .withTitle(kind.title());
        if (context.cause instanceof JacksonException || context.cause.getCause() instanceof JacksonException) {
            typed.withDetail(UNREADABLE_BODY);
        } else if (context.cause instanceof WebApplicationException) {
            typed.withDetail(null);
        }
        return typed.build();
    }

    /** Before the library logs the problem. */
    @Override
    public int priority() {
        return 1_000;
    }

    /** What the HTTP layer, or a library, refused: the stable end of the problem's type, and a title for people. */
    private record Kind(String slug, String title) {
        static Kind of(int status) {
            return switch (status) {
                case 401 -> new Kind("not-signed-in", "尚未登录 / Not signed in");
                case 403 -> new Kind("not-allowed", "无权操作 / Not allowed");
                case 404 -> new Kind("not-found", "没有找到 / Not found");
                case 405 -> new Kind("method-not-allowed", "此地址不支持该方法 / Method not allowed");
                case 406 -> new Kind("not-acceptable", "没有可接受的内容类型 / Not acceptable");
                case 409 -> new Kind("conflict", "与他人的修改冲突 / Conflict");
                case 413 -> new Kind("too-large", "请求过大 / Too large");
                case 415 -> new Kind("unsupported-media-type", "内容类型不支持 / Media type not supported");
                case 503 -> new Kind("unavailable", "暂不可用 / Unavailable");
                default ->
                    status < 500
                            ? new Kind("invalid-request", "请求不对 / Invalid request")
                            : new Kind("internal-error", "服务内部错误 / Internal error");
            };
        }
    }
}
