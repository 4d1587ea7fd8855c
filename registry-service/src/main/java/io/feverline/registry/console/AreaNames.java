package io.feverline.registry.console;

import io.feverline.registry.area.AreaTable;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What areas are called. One that is not in the tree, as many a grid cell is not, goes by the nearest around it that is,
 * and its code.
 */
record AreaNames(Map<String, String> known) {
    /** Of no area. */
    static final AreaNames NONE = new AreaNames(Map.of());

    private static final int LONGEST = 15;
    private static final int SHORTEST = 6;
    private static final int STEP = 3;

    /** Of areas and those around them, read at once. */
    static Uni<AreaNames> of(Set<String> codes, AreaTable areas) {
        var wanted = codes.stream()
                .flatMap(code -> upwards(code).mapToObj(length -> code.substring(0, length)))
                .collect(Collectors.toSet());
        return areas.names(wanted).map(AreaNames::new);
    }

    /** One of them. */
    public String name(String code) {
        String exact = known.get(code);
        if (exact != null) {
            return exact;
        }
        return upwards(code)
                .mapToObj(length -> known.get(code.substring(0, length)))
                .filter(name -> name != null)
                .findFirst()
                .map(name -> name + " " + code)
                .orElse(code);
    }

    /** The lengths of the codes of an area and of those around it, its own first. */
    private static IntStream upwards(String code) {
        return IntStream.iterate(LONGEST, length -> length >= SHORTEST, length -> length - STEP)
                .filter(length -> length <= code.length());
    }
}
