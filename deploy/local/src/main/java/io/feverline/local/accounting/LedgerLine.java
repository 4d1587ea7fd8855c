package io.feverline.local.accounting;

import java.util.Map;
import java.util.UUID;

/**
 * A reading as the simulator tells of it.
 *
 * @param outcome ok, rejected or unknown
 * @param judged the temperature that a policy judges, m°C
 * @param site where on the body
 */
record LedgerLine(UUID id, String outcome, int judged, String site) {
    static LedgerLine of(Map<String, String> row) {
        return new LedgerLine(
                UUID.fromString(column(row, "id")),
                column(row, "outcome"),
                Integer.parseInt(column(row, "judged")),
                column(row, "site"));
    }

    boolean ok() {
        return outcome.equals("ok");
    }

    /**
     * Whether the policy default-2 finds a fever; its figures are written here once more, for a check that asked the
     * service would agree with any.
     */
    boolean feverish() {
        return ok()
                && switch (site) {
                    case "ear" -> judged >= 38_000;
                    case "inner-canthus" -> judged >= 37_500;
                    default -> judged > 37_300;
                };
    }

    private static String column(Map<String, String> row, String name) {
        String value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the ledger has no column " + name);
        }
        return value;
    }
}
