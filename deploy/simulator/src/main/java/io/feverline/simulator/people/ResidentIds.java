package io.feverline.simulator.people;

import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Resident identity numbers by GB 11643-1999: county code, birth date, sequence, check character of ISO 7064 MOD 11-2.
 *
 * <p>Numbers are enumerated, not drawn: two people never share one.
 */
public final class ResidentIds {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1940, 1, 1);
    private static final long DAYS = ChronoUnit.DAYS.between(FIRST_BIRTH, LocalDate.of(2010, 1, 1));
    private static final int SEQUENCES = 999;
    /** A prime larger than any factor of the number space, so that steps of it meet every number once. */
    private static final long STRIDE = 1_000_003L;

    private final List<String> counties;
    private final long space;
    private final long start;

    /**
     * An enumeration.
     *
     * @param counties GB/T 2260 codes of six digits
     * @param seed where in the enumeration to begin
     */
    public ResidentIds(List<String> counties, long seed) {
        this.counties = List.copyOf(counties);
        this.space = counties.size() * DAYS * SEQUENCES;
        this.start = Math.floorMod(seed * 7_919L, space);
    }

    /** The number of the n-th person; two numbers are equal only when the space has been used up. */
    public String of(long n) {
        long at = Math.floorMod(start + Math.floorMod(n, space) * STRIDE, space);
        int sequence = 1 + (int) (at % SEQUENCES);
        long rest = at / SEQUENCES;
        LocalDate birth = FIRST_BIRTH.plusDays(rest % DAYS);
        String county = counties.get((int) (rest / DAYS));
        String first17 = county + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return first17 + checkCharacter(first17);
    }

    /** The check character; hutool verifies numbers and keeps its arithmetic to itself, so it is asked for each. */
    private static char checkCharacter(String first17) {
        for (char candidate : "0123456789X".toCharArray()) {
            if (IdcardUtil.isValidCard18(first17 + candidate)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no check character fits county and birth date " + first17.substring(0, 14));
    }
}
