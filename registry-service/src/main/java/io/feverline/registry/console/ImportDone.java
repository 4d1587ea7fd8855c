package io.feverline.registry.console;

/** What an import did, in rows. */
record ImportDone(int added, int changed, int unchanged) {}
