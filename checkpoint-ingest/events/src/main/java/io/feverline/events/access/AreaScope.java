package io.feverline.events.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of the area tree that an area code stands for.
 *
 * @param prefix every area code in it starts with it
 */
public record AreaScope(String prefix) {
    private static final int CODE_DIGITS = 6;
    private static final Pattern CODE = Pattern.compile("[0-9]{2,15}");
    private static final Pattern ROUND_CODE = Pattern.compile("([0-9]{2})0000|([0-9]{4})00");

    /** What a person without an area sees; codes are digits, so no code starts like this. */
    public static final AreaScope NOTHING = new AreaScope("nothing");

    /**
     * The scope of a code, such as a token's {@code area} claim; {@link #NOTHING} when it is none. The full code of a
     * province or city (GB/T 2260), such as 360300, means all of it, although the codes below it start with 3603 only.
     */
    public static AreaScope of(@Nullable String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return NOTHING;
        }
        var round = ROUND_CODE.matcher(code);
        if (!round.matches()) {
            return new AreaScope(code);
        }
        return new AreaScope(round.group(1) != null ? round.group(1) : round.group(2));
    }

    /** A code of which it is the scope: the prefix, filled up with zeros to the six digits of GB/T 2260. */
    public String code() {
        return prefix.length() < CODE_DIGITS ? prefix + "0".repeat(CODE_DIGITS - prefix.length()) : prefix;
    }

    /** Tells whether what lies at an area code is in it. */
    public boolean includes(String areaCode) {
        return areaCode.startsWith(prefix);
    }
}
