package io.feverline.alert.device;

/** What can be wrong with a device. */
public enum Finding {
    /** Not heard of for much longer than is usual with it. */
    SILENT,
    /** Shows the same value, whoever is measured. */
    STUCK,
    /** Differs from one traveller to the next by less than people do. */
    FLAT,
    /** Shows other temperatures than its neighbours or, having none, than it did before. */
    DRIFTING,
    /** Readings that it counted have not arrived. */
    GAPS,
    /** Its clock is off. */
    CLOCK,
    /** Was to be calibrated by now. */
    CALIBRATION;

    /** Whether its temperatures are doubtful as long as it is so. */
    public boolean isDoubtful() {
        return switch (this) {
            case STUCK, FLAT, DRIFTING, CALIBRATION -> true;
            case SILENT, GAPS, CLOCK -> false;
        };
    }
}
