package io.feverline.registry.statistics;

/**
 * How many there were.
 *
 * @param screened readings that were the first of somebody
 * @param withPapers of those, who showed papers
 * @param rechecked readings that looked at somebody again
 * @param suspected screening episodes that began
 * @param confirmed of those, the ones of which a second reading confirmed the fever
 */
public record Figures(long screened, long withPapers, long rechecked, long suspected, long confirmed) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    Figures plus(Figures others) {
        return new Figures(
                screened + others.screened,
                withPapers + others.withPapers,
                rechecked + others.rechecked,
                suspected + others.suspected,
                confirmed + others.confirmed);
    }
}
