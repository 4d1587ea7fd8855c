package io.feverline.registry.events.csv;

/** Nothing was imported, for there are bad rows. */
public final class ImportRefused extends RuntimeException {
    private final transient Report report;

    /** With what is wrong with them. */
    public ImportRefused(Report report) {
        super(report.bad() + " bad rows", null, false, false);
        this.report = report;
    }

    public Report report() {
        return report;
    }
}
