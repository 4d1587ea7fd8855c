package io.feverline.registry.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;

/** The problem of a document with bad rows, as it is described: with what is wrong with them. */
public record ImportProblem(String type, int status, String title, String detail, ImportView report) {
    static final int UNPROCESSABLE = 422;

    static HttpProblem of(ImportView report) {
        return HttpProblem.builder()
                .withType(URI.create(Problems.TYPE + "import-refused"))
                .withStatus(UNPROCESSABLE)
                .withTitle("有错误的行，未导入 / Bad rows, nothing imported")
                .withDetail("请改正所列各行后再导入 / correct the rows that are named, and import again")
                .with("report", report)
                .build();
    }
}
