package io.feverline.alert.rest;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says once, for every operation, that failures are problems. */
public final class OpenApiProblems implements OASFilter {
    private static final Map<String, String> FAILURES = Map.of(
            "400", "参数不对 / A parameter means nothing",
            "401", "尚未登录 / No valid bearer token",
            "403", "无权操作 / The token's roles do not allow this",
            "500", "服务内部错误 / The service failed");

    @Override
    public Operation filterOperation(Operation operation) {
        FAILURES.keySet().stream().sorted().forEach(status -> {
            if (!operation.getResponses().hasAPIResponse(status)
                    || operation.getResponses().getAPIResponse(status).getContent() == null) {
                operation.getResponses().addAPIResponse(status, problem(FAILURES.getOrDefault(status, "")));
            }
        });
        return operation;
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
