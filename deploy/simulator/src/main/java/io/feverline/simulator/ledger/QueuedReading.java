package io.feverline.simulator.ledger;

import java.util.UUID;

/**
 * What the ledger will say of a reading; noted beside it on a gateway's disk. Nothing of the papers.
 *
 * @param id the reading's id
 * @param sentAt when it was measured and first handed over to be sent, ms since 1970
 * @param judged what a screening policy judges, m°C
 * @param mode {@code body} or {@code surface}
 * @param site where on the body
 * @param person a label that says nothing of the papers
 * @param identified {@code none}, {@code traveller}, {@code vehicle} or {@code both}
 * @param recheck whether it repeats an earlier one
 */
public record QueuedReading(
        UUID id,
        long sentAt,
        int judged,
        String mode,
        String site,
        String person,
        String identified,
        boolean recheck) {}
