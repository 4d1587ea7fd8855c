package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.look.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The rows of the newest changes, each rendered once for all who follow the stream in a language. Of two changes that
 * share a place the one asked for last stays, so memory is bounded whatever happens.
 */
@ApplicationScoped
class RenderedRows {
    private static final int KEPT = 256;

    private final Map<Language, AtomicReferenceArray<Rendered>> kept = new EnumMap<>(Language.class);

    RenderedRows() {
        for (Language language : Language.values()) {
            kept.put(language, new AtomicReferenceArray<>(KEPT));
        }
    }

    private record Rendered(long seq, String row) {}

    /** The row of a change. */
    String of(long seq, Alert alert, Language language) {
        AtomicReferenceArray<Rendered> rows = Objects.requireNonNull(kept.get(language));
        int place = (int) (seq % KEPT);
        Rendered known = rows.get(place);
        if (known != null && known.seq() == seq) {
            return known.row();
        }
        String row = DutyPages.Templates.row(AlertRow.of(alert))
                .setLocale(language.locale())
                .render();
        rows.set(place, new Rendered(seq, row));
        return row;
    }
}
