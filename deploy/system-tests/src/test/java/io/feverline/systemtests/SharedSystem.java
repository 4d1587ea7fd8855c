package io.feverline.systemtests;

import io.feverline.local.LocalSystem;

/** One whose processes nobody kills, and that nobody tells to hurry. */
final class SharedSystem extends OneSystem {
    @Override
    LocalSystem start() {
        return FreshSystem.start();
    }
}
