package io.feverline.alert.lifecycle;

import java.util.Locale;

/** Enum values as the words that the database and JSON use: {@code INVALID_COLD} is {@code invalid-cold}. */
public final class Words {

    private Words() {}

    /** The word of a value. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The value of a word.
     *
     * @throws IllegalArgumentException if no value has this word
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("no such word");
    }
}
