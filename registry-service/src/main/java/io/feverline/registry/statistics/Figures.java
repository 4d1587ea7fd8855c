package io.feverline.registry.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

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
    private static final int THOUSAND = 1_000;

    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /** How many of a thousand who were screened had a confirmed fever; null when nobody was screened. */
    public @Nullable BigDecimal confirmedPerThousand() {
        return screened == 0
                ? null
                : BigDecimal.valueOf(confirmed * THOUSAND)
                        .divide(BigDecimal.valueOf(screened), 1, RoundingMode.HALF_UP);
    }

    Figures plus(Figures others) {
        return new Figures(
                screened + others.screened,
                withPapers + others.withPapers,
                rechecked + others.rechecked,
                suspected + others.suspected,
                confirmed + others.confirmed);
    }
}
