package io.feverline.registry.console;

import java.util.UUID;

/** Ids as pages show them. */
final class Ids {
    private static final int SHORT = 8;

    private Ids() {}

    /** Enough of an id to tell one from another on a page. */
    static String shortened(UUID id) {
        return id.toString().substring(0, SHORT);
    }
}
