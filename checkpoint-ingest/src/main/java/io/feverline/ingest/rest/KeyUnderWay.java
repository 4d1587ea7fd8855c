package io.feverline.ingest.rest;

/** An earlier request with the same Idempotency-Key is not answered yet. */
public final class KeyUnderWay extends RuntimeException {
    KeyUnderWay() {
        // An answer, not a fault.
        super("under way", null, false, false);
    }
}
