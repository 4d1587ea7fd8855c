package io.feverline.events.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people type differently and mean alike: full-width forms, case, spaces, dots and dashes. */
final class Text {
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\p{Cntrl}\\p{Cf}·•‧∙.\\-‐‑–—_]+");

    private Text() {}

    /** Compatibility-composed (NFKC), upper case, without separators. */
    static String compact(String typed) {
        String composed = Normalizer.isNormalized(typed, Normalizer.Form.NFKC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return SEPARATORS.matcher(composed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
