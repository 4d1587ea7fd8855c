package io.feverline.registry.retention;

import java.util.Locale;

/** What is forgotten. */
enum Kind {
    /** Of days that have a partition. */
    PASSAGES,
    /** Of times that no day is kept for. */
    UNDATED_PASSAGES,
    VERDICTS,
    DEVICE_FINDINGS,
    ARRIVALS,
    /** Confirmed fevers of travellers who never became known. */
    PENDING_FEVERS,
    /** Not deleted, but of nobody from then on. */
    CASES,
    TRAVELLERS,
    VEHICLES;

    /** As metrics and the log call it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
