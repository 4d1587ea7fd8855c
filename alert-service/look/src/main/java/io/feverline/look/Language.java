package io.feverline.look;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the pages. */
public enum Language {
    CHINESE(Locale.forLanguageTag("zh-CN")),
    ENGLISH(Locale.ENGLISH);

    private static final String BETWEEN = " / ";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** As message bundles and {@code lang} attributes name it. */
    public Locale locale() {
        return locale;
    }

    /** As BCP 47 has it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** Of a text that says the same in both languages, 中文 / English, the part in this one. */
    public String part(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return text;
        }
        return this == CHINESE ? text.substring(0, between) : text.substring(between + BETWEEN.length());
    }

    /** The one that a tag names, however narrowly. */
    public static Optional<Language> of(@Nullable String tag) {
        String wanted =
                Locale.forLanguageTag(tag == null ? "" : tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(wanted))
                .findFirst();
    }

    /**
     * What a viewer reads: what was chosen, else the browser's most preferred of ours, else Chinese.
     *
     * @param chosen the tag that was chosen once
     * @param acceptable the browser's, the most preferred first
     */
    public static Language best(@Nullable String chosen, List<Locale> acceptable) {
        return of(chosen)
                .or(() -> acceptable.stream()
                        .flatMap(locale -> of(locale.toLanguageTag()).stream())
                        .findFirst())
                .orElse(CHINESE);
    }
}
