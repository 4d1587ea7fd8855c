package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One whose processes nobody kills, and that nobody tells to hurry. */
final class SharedSystem extends OneSystem {
    @Override
    LocalSystem start(ExtensionContext.Store run) {
        return FreshSystem.start();
    }
}
