package io.feverline.gateway.conformance;

/**
 * A request and its answer.
 *
 * @param answered when the answer was out, ms since 1970
 */
record Exchange(Request request, Answer answer, long answered) {}
