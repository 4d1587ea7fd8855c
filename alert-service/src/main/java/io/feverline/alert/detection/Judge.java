package io.feverline.alert.detection;

import io.feverline.events.EventCodec;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.events.ReadingTaken;
import org.jspecify.annotations.Nullable;

/** Decodes readings, and has the policy judge each that was in force when it was measured. */
final class Judge {
    private static final EventCodec<ReadingTaken> CODEC = EventCodec.of(ReadingTaken.class);

    private final References.Views asOf;

    Judge(References.Views asOf) {
        this.asOf = asOf;
    }

    /** The reading with its verdict; null when the bytes are no reading. */
    @Nullable
    JudgedRecord judge(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            ReadingTaken reading = CODEC.decode(bytes);
            return new JudgedRecord(
                    Screening.by(asOf.policies(), asOf.keyRegions(), reading), bytes, reading.getSynthetic());
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
