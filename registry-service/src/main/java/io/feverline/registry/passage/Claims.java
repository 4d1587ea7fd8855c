package io.feverline.registry.passage;

import java.util.List;

/**
 * What a batch's readings are by their ids.
 *
 * @param fresh not known before; first of their id
 * @param repeated known with the same content, and sent again by their device
 * @param duplicates how many are known with the same content: sent again, or only delivered again
 * @param reused how many are known with other content
 */
record Claims(List<Passage> fresh, List<Passage> repeated, int duplicates, int reused) {}
