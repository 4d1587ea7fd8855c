package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;

/** How an item says what was read. */
@FunctionalInterface
public interface Format {
    /** A reading as such. */
    Format PLAIN = Submissions::read;

    /** A reading in an envelope. */
    Format CLOUD_EVENT = CloudEvents::read;

    /**
     * The submission in an item.
     *
     * @throws Rejected if it is none; the detail names members, never their values
     */
    Submission read(Items.Slice item) throws Rejected;
}
