package io.feverline.registry.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of the area tree that a person may see.
 *
 * @param prefix every visible area code starts with it
 */
public record AreaScope(String prefix) {
    private static final Pattern CODE = Pattern.compile("[0-9]{2,15}");
    private static final Pattern ROUND_CODE = Pattern.compile("([0-9]{2})0000|([0-9]{4})00");

    /** What a person without the claim sees; codes are digits, so no code starts like this. */
    public static final AreaScope NOTHING = new AreaScope("nothing");

    /**
     * The scope of an {@code area} claim. The full code of a province or city, such as 360300, means all of it, although
     * the codes below it start with 3603 only.
     */
    public static AreaScope ofClaim(@Nullable String claim) {
        if (claim == null || !CODE.matcher(claim).matches()) {
            return NOTHING;
        }
        var round = ROUND_CODE.matcher(claim);
        if (!round.matches()) {
            return new AreaScope(claim);
        }
        return new AreaScope(round.group(1) != null ? round.group(1) : round.group(2));
    }

    public boolean includes(String areaCode) {
        return areaCode.startsWith(prefix);
    }
}
