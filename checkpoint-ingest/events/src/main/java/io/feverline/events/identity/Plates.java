package io.feverline.events.identity;

import cn.hutool.core.lang.PatternPool;
import java.util.regex.Pattern;

/** Number plates after GA 36-2018, in one written form. */
public final class Plates {
    /**
     * What GA 36-2018 and the rules on temporary and emergency plates allow beyond hutool's pattern: temporary (临),
     * oversized (超), trial (试) and emergency (应急) plates.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("\\p{IsHan}[A-Z](X[A-HJ-NP-Z0-9]{4}应急|[A-HJ-NP-Z0-9]{4}[超试]|[A-HJ-NP-Z0-9]{4,5}临)");

    private static final Pattern PREFIX = Pattern.compile("\\p{IsHan}[A-Z]");

    private Plates() {}

    /**
     * A plate as it is compared.
     *
     * @param plate compact, upper case
     * @param prefix province character and authority letter (鄂A); empty when there is none
     * @param valid it has the shape of a civil plate
     */
    public record Normalised(String plate, String prefix, boolean valid) {}

    /** Never fails: what is no plate comes back compacted and flagged. */
    public static Normalised normalise(String typed) {
        String plate = Text.compact(typed);
        boolean valid = PatternPool.PLATE_NUMBER.matcher(plate).matches()
                || SPECIAL.matcher(plate).matches();
        boolean prefixed =
                plate.length() >= 2 && PREFIX.matcher(plate.substring(0, 2)).matches();
        return new Normalised(plate, prefixed ? plate.substring(0, 2) : "", valid);
    }
}
