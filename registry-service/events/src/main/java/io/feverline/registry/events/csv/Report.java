package io.feverline.registry.events.csv;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param rows in the document
 * @param bad those that cannot be taken; one is enough, and nothing is written
 * @param faults of the first of them, in order of lines; a row may have several
 */
public record Report(int rows, int added, int changed, int unchanged, int bad, List<Fault> faults) {
    static final int MOST_FAULTS = 1_000;
}
