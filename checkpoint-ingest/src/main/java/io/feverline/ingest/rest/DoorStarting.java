package io.feverline.ingest.rest;

/** Not all devices have been read yet, and the caller is not among those that have. */
final class DoorStarting extends RuntimeException {
    DoorStarting() {
        // An answer, not a fault.
        super("not all devices have been read yet", null, false, false);
    }
}
