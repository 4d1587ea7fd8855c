package io.feverline.ingest.reading;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The values of a member as devices spell them: inner-canthus for {@code INNER_CANTHUS}. */
final class Words<E extends Enum<E>> {
    private final Map<String, E> values = new LinkedHashMap<>();

    private Words(Class<E> type) {
        Arrays.stream(type.getEnumConstants())
                .forEach(value ->
                        values.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value));
    }

    static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return new Words<>(type);
    }

    /** The value that is spelled so. */
    E read(String member, String text) throws Rejected {
        E value = values.get(text);
        if (value == null) {
            throw new Rejected(
                    Reason.VALUE_UNKNOWN, member + " 须为其一 / must be one of " + String.join(", ", values.keySet()));
        }
        return value;
    }
}
