package io.feverline.local.cli;

import io.feverline.local.LocalProblem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.TypeConversionException;

/** Option values as people write them. */
final class Converters {
    private Converters() {}

    /** {@code 90s}, {@code 5m}, {@code 1h30m}, {@code PT5M}. */
    static Duration duration(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // Said below, with the same words as for none at all.
        }
        throw new TypeConversionException(
                "'%s' 不是时长，请写 90s、5m 或 1h30m。 '%s' is no duration: write 90s, 5m or 1h30m.".formatted(text, text));
    }

    /** A value that checks itself. */
    static <T> T said(Supplier<T> value) {
        try {
            return value.get();
        } catch (NumberFormatException e) {
            throw new TypeConversionException("应为整数。 A whole number is wanted.");
        } catch (LocalProblem e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
