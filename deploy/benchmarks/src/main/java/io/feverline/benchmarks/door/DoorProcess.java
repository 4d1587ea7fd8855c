package io.feverline.benchmarks.door;

import io.feverline.benchmarks.Memory;
import io.feverline.local.process.Child;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A server under load.
 *
 * @param name what the report calls it
 */
record DoorProcess(String name, int port, Child child) {
    /** CPU time that it has used so far, all threads together. */
    Duration cpu() {
        return handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    double residentMebibytes() throws IOException {
        return Memory.residentMebibytes(Stream.of(handle()));
    }

    private ProcessHandle handle() {
        return ProcessHandle.of(child.pid()).orElseThrow(() -> new IllegalStateException(name + " has ended"));
    }
}
