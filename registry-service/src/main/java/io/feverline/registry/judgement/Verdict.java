package io.feverline.registry.judgement;

/**
 * How a reading was judged.
 *
 * @param kind by the name of the contract
 * @param temperature m°C, as judged
 * @param threshold m°C
 * @param policyVersion the screening policy that it was judged by
 */
public record Verdict(String kind, int temperature, int threshold, String policyVersion) {}
