package io.feverline.ingest.reading;

/** Whether a reading is news or backlog. */
public enum Lane {
    LIVE,
    LATE
}
