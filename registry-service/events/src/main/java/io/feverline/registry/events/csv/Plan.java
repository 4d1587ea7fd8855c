package io.feverline.registry.events.csv;

import io.feverline.registry.events.csv.Sheet.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a sheet.
 *
 * @param rows to be written, each of its next version
 */
public record Plan<R>(List<R> rows, Report report) {
    /** What becomes of a sheet beside what is known. */
    public static <R extends Versioned<R>> Plan<R> of(Sheet<R> sheet, Known<R> known) {
        List<R> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>(sheet.faults());
        Set<String> seen = new HashSet<>();
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (Entry<R> entry : sheet.entries()) {
            R stored = known.stored(entry.value());
            Fault fault = fault(entry, stored, known, seen);
            if (fault != null) {
                faults.add(fault);
            } else if (stored == null) {
                rows.add(entry.value());
                added++;
            } else if (entry.value().says(stored)) {
                unchanged++;
            } else {
                rows.add(entry.value().after(stored));
                changed++;
            }
        }
        int bad = (int) faults.stream().mapToInt(Fault::line).distinct().count();
        return new Plan<>(
                rows, new Report(added + changed + unchanged + bad, added, changed, unchanged, bad, first(faults)));
    }

    private static <R extends Versioned<R>> @Nullable Fault fault(
            Entry<R> entry, @Nullable R stored, Known<R> known, Set<String> seen) {
        if (!seen.add(entry.value().id())) {
            return new Fault(entry.line(), null, "与前面的行重复 / the same as a row before");
        }
        Refusal refusal = known.refusal(entry.value());
        if (refusal != null) {
            return new Fault(entry.line(), refusal.column(), message(refusal));
        }
        Long version = entry.version();
        if (version != null && (stored == null || stored.version() != version)) {
            return new Fault(entry.line(), Cells.VERSION, "导出后已被修改 / changed since it was exported");
        }
        return null;
    }

    private static String message(Refusal refusal) {
        String message = refusal.why().getMessage();
        return message == null ? "" : message;
    }

    private static List<Fault> first(List<Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .limit(Report.MOST_FAULTS)
                .toList();
    }
}
