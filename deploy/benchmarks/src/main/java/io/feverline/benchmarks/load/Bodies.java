package io.feverline.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;

/** What gateways post. */
public interface Bodies {
    /** Where they post it. */
    String path();

    /**
     * A body that was never sent before.
     *
     * @param clock the moment when it is due
     */
    Buffer body(InstantSource clock);
}
