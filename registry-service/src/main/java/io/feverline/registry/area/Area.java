package io.feverline.registry.area;

import org.jspecify.annotations.Nullable;

/**
 * An area of the tree.
 *
 * @param code GB/T 2260 (6 digits) or the statistical code that continues it (9 for towns, 12 for villages)
 * @param parent null for a province
 */
public record Area(
        String code, AreaLevel level, String name, @Nullable String parent) {}
