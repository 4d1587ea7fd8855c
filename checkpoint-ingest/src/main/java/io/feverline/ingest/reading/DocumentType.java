package io.feverline.ingest.reading;

/** Kinds of identity documents that checkpoints meet. */
public enum DocumentType {
    RESIDENT_ID,
    PASSPORT,
    HOME_RETURN_PERMIT,
    TAIWAN_PERMIT,
    RESIDENCE_PERMIT,
    OTHER
}
