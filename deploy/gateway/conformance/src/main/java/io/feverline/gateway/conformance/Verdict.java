package io.feverline.gateway.conformance;

/** What the gateway was told of one reading. */
enum Verdict {
    /** Acknowledged: not to be sent again. */
    ACCEPTED,
    /** Refused for good: not to be sent again. */
    REJECTED,
    /** Nothing, or to send it again. */
    OPEN,
    /** The answer broke off behind its head: sending it again and not doing so are both right. */
    TORN
}
