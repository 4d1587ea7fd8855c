package io.feverline.ingest.rest;

import io.feverline.ingest.quota.Allowance;
import io.vertx.core.http.HttpServerResponse;

/**
 * Says on every answer to what was sent how far the quota goes, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-11; the unit {@code readings} is our own.
 */
final class QuotaFields {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private QuotaFields() {}

    /** Whatever becomes of the request, its answer will say this. */
    static void tell(HttpServerResponse answer, Allowance allowance, String policies) {
        answer.putHeader(POLICY, policies)
                .putHeader(LIMIT, '"' + allowance.policy() + "\";r=" + allowance.left() + ";t=" + allowance.seconds());
    }
}
