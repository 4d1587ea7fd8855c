package io.feverline.registry.console;

import io.feverline.registry.rest.Names;
import io.quarkus.qute.TemplateExtension;

/** Values of enumerations as forms send them. */
@TemplateExtension
final class EnumWords {
    private EnumWords() {}

    /** The word of a value, as in JSON. */
    public static String word(Enum<?> value) {
        return Names.of(value);
    }
}
