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
        if (plain(typed)) {
            return typed.toUpperCase(Locale.ROOT);
        }
        String composed = Normalizer.isNormalized(typed, Normalizer.Form.NFKC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return SEPARATORS.matcher(composed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Nearly all numbers are Latin letters and digits, which neither have another form nor separate anything. */
    private static boolean plain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!Character.isLetterOrDigit(c) || c > 'z') {
                return false;
            }
        }
        return true;
    }
}
