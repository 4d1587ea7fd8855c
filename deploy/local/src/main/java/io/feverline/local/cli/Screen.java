package io.feverline.local.cli;

import io.feverline.local.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** The terminal: lines with the seconds since the start. Safe for use by several threads. */
final class Screen implements Progress {
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final long start = System.nanoTime();

    Screen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String line) {
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", (System.nanoTime() - start) / NANOS, line);
        out.flush();
    }

    /** A paragraph as it is. */
    synchronized void show(String text) {
        out.println(text);
        out.flush();
    }
}
