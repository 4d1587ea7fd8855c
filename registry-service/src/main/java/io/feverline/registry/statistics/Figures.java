package io.feverline.registry.statistics;

/**
 * How many there were.
 *
 * @param screened readings that were the first of somebody
 * @param withPapers of those, who showed papers
 * @param rechecked readings that looked at somebody again
 */
public record Figures(long screened, long withPapers, long rechecked) {
    static final Figures NONE = new Figures(0, 0, 0);

    Figures plus(Figures others) {
        return new Figures(screened + others.screened, withPapers + others.withPapers, rechecked + others.rechecked);
    }
}
