package io.feverline.ingest.quota;

/**
 * What became of a request for quota, by the policy that is nearest to being used up.
 *
 * @param left readings that may be sent at once
 * @param seconds until the policy's whole quota is there again; of a refusal, until there is enough for what was asked
 */
public record Allowance(boolean granted, String policy, long left, long seconds) {}
