package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.Words;
import io.quarkus.qute.TemplateExtension;

/** Values of enumerations as forms send them. */
@TemplateExtension
final class EnumWords {
    private EnumWords() {}

    /** The word of a value, as in JSON. */
    public static String word(Enum<?> value) {
        return Words.of(value);
    }
}
