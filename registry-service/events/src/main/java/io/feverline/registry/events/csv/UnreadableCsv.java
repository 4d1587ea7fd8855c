package io.feverline.registry.events.csv;

/** Why a document is not looked at row by row; for people, in both languages. */
public final class UnreadableCsv extends RuntimeException {
    private final boolean tooLong;

    UnreadableCsv(String message, boolean tooLong) {
        super(message, null, false, false);
        this.tooLong = tooLong;
    }

    /** In words. */
    public String why() {
        return String.valueOf(getMessage());
    }

    /** Whether it has too many rows; else it is not of the form that it should have. */
    public boolean isTooLong() {
        return tooLong;
    }
}
