package io.feverline.registry.console;

import io.feverline.registry.report.rule.Discrepancy;
import io.feverline.registry.rest.Names;
import io.quarkus.qute.TemplateExtension;

/** Values as forms and messages need them. */
@TemplateExtension
final class EnumWords {
    private EnumWords() {}

    /** The word of a value, as in JSON. */
    public static String word(Enum<?> value) {
        return Names.of(value);
    }

    /** By how much a report and the devices differ, whichever is more. */
    public static int apart(Discrepancy discrepancy) {
        return Math.abs(discrepancy.difference());
    }
}
