package io.feverline.ingest.rest;

import io.feverline.ingest.quota.Allowance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says on every answer to what was sent how far the quota goes, in the fields of draft-ietf-httpapi-ratelimit-headers-11;
 * the unit {@code readings} is our own.
 */
public class QuotaFields {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    /** Whatever becomes of the request, its answer will say this. */
    static void tell(ContainerRequestContext request, Allowance allowance, String policies) {
        request.setProperty(POLICY, policies);
        request.setProperty(LIMIT, '"' + allowance.policy() + "\";r=" + allowance.left() + ";t=" + allowance.seconds());
    }

    /** Adds the fields. */
    @ServerResponseFilter
    public void add(ContainerRequestContext request, ContainerResponseContext response) {
        var limit = request.getProperty(LIMIT);
        if (limit != null) {
            response.getHeaders().putSingle(POLICY, request.getProperty(POLICY));
            response.getHeaders().putSingle(LIMIT, limit);
        }
    }
}
