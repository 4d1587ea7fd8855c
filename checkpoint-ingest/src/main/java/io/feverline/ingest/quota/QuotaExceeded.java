package io.feverline.ingest.quota;

/** There is not enough quota left, and nothing was taken. */
public final class QuotaExceeded extends RuntimeException {
    private final transient Allowance allowance;

    public QuotaExceeded(Allowance allowance) {
        // An answer, not a fault: whoever runs wild must not be paid a stack each time.
        super(allowance.policy(), null, false, false);
        this.allowance = allowance;
    }

    /** By which policy, and for how long. */
    public Allowance allowance() {
        return allowance;
    }
}
