package io.feverline.benchmarks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {
    private static final int MEBIBYTE = 1 << 20;

    private final byte[][] kept = new byte[16][];

    @TempDir
    Path folder;

    @Test
    void what_was_allocated_within_a_span_is_told() throws IOException {
        Path file = folder.resolve("test.jfr");
        Allocation.Span span;
        try (var recording = new Recording()) {
            recording.enable("jdk.GCHeapSummary");
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "off");
            recording.start();
            allocate(100);
            System.gc();
            var from = Instant.now();
            allocate(100);
            System.gc();
            span = new Allocation.Span(from, Instant.now());
            allocate(100);
            System.gc();
            recording.stop();
            recording.dump(file);
        }

        var found = Allocation.within(List.of(span), file);

        assertThat(found.bytes()).isBetween(100L * MEBIBYTE, 150L * MEBIBYTE);
        assertThat(found.each(100)).contains("of [B ", "in " + AllocationTest.class.getName() + ".allocate");
    }

    /** Small pieces, each outliving a few others. */
    private void allocate(int mebibytes) {
        for (int i = 0; i < mebibytes * 1024; i++) {
            kept[i % kept.length] = new byte[1024 - 16];
        }
    }
}
