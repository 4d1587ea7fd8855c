package io.feverline.registry.bulk;

/** Nothing was imported, for there are bad rows. */
public final class ImportRefused extends RuntimeException {
    private final transient Report report;

    ImportRefused(Report report) {
        super(report.bad() + " bad rows", null, false, false);
        this.report = report;
    }

    public Report report() {
        return report;
    }
}
