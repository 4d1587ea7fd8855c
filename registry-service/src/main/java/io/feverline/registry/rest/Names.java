package io.feverline.registry.rest;

import java.util.Locale;

/** Enumerations in documents: lower case with hyphens, as in {@code highway-exit}. */
public final class Names {
    private Names() {}

    public static String of(Enum<?> constant) {
        return of(constant.name());
    }

    public static String of(String constantName) {
        return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a name that validation has let through. */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
