package io.feverline.simulator.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values as people write them. */
final class Values {

    private Values() {}

    /** {@code 90s}, {@code 5m}, {@code 1h30m}. */
    static Duration duration(String text) {
        try {
            Duration duration = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
            if (duration.isNegative() || duration.isZero()) {
                throw new TypeConversionException("'" + text + "' is no time to run for");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no duration; write 90s, 5m or 1h30m");
        }
    }

    /** {@code 20} or {@code 20/s}. */
    static final class Rate implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double rate = Double.parseDouble(text.strip().replaceAll("/s$", ""));
                if (rate > 0 && rate <= 100_000) {
                    return rate;
                }
            } catch (NumberFormatException e) {
                // Said below, with the same words as for a number out of range.
            }
            throw new TypeConversionException("'" + text + "' is no rate; write readings per second, such as 20/s");
        }
    }

    /** A share, 0 to 1. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double share = Double.parseDouble(text.strip());
                if (share >= 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException e) {
                // Said below, with the same words as for a number out of range.
            }
            throw new TypeConversionException("'" + text + "' is no share; write a number from 0 to 1");
        }
    }
}
