package io.feverline.ingest.intake;

import org.jspecify.annotations.Nullable;

/** The readings may or may not have been taken: the gateway keeps them and sends them again under the same ids. */
public final class DoorBusy extends RuntimeException {
    public DoorBusy(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
