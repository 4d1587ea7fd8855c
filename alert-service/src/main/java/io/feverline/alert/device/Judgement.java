package io.feverline.alert.device;

import java.time.Instant;

/** What a rule says of a device. */
sealed interface Judgement {
    /** It is as it should be. */
    enum Well implements Judgement {
        WELL
    }

    /** There is too little to tell: what was found before stands, and nothing is found. */
    enum Untold implements Judgement {
        UNTOLD
    }

    /**
     * Something is wrong.
     *
     * @param since from when on
     * @param value what was seen, in the finding's unit
     * @param limit what that was held against
     */
    record Ill(Instant since, long value, long limit) implements Judgement {}
}
