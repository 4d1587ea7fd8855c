package io.feverline.registry.traveller;

/**
 * How an identity is shown to somebody who has to recognise it and need not know it. GB/T 35273-2020 (7.2) asks
 * for it where personal information is displayed; what stays readable are a document's first sixth and last two ninths,
 * of a resident identity number the province and city's three digits and the last four.
 */
public final class Masking {
    private static final String MASK = "*";
    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;

    private Masking() {}

    /** 360***********1234 of a resident identity number, E******78 of a passport's. */
    public static String document(String number) {
        int length = length(number);
        return masked(number, length / 6, length * 2 / 9);
    }

    /** 138****1234; of a short one nothing. */
    public static String phone(String number) {
        boolean isLong = length(number) > PHONE_HEAD + PHONE_TAIL;
        return isLong ? masked(number, PHONE_HEAD, PHONE_TAIL) : masked(number, 0, 0);
    }

    /** 王** of 王小明: the first character alone. */
    public static String name(String name) {
        return masked(name, Math.min(1, length(name) - 1), 0);
    }

    private static String masked(String text, int head, int tail) {
        int length = length(text);
        int shown = Math.max(0, head);
        return text.substring(0, text.offsetByCodePoints(0, shown))
                + MASK.repeat(length - shown - tail)
                + text.substring(text.offsetByCodePoints(0, length - tail));
    }

    /** Rare characters of names are two chars each. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
