package io.feverline.registry.report.rule;

/** The figures that can be counted. */
public record Counts(int screened, int suspected, int confirmed, int keyRegion) {
    /** One of them. */
    public int of(Figure figure) {
        return switch (figure) {
            case SCREENED -> screened;
            case SUSPECTED -> suspected;
            case CONFIRMED -> confirmed;
            case KEY_REGION -> keyRegion;
        };
    }
}
