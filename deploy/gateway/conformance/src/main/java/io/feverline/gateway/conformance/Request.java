package io.feverline.gateway.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway sent.
 *
 * @param arrived ms since 1970
 * @param url path and query
 * @param authorization the header; empty when there is none
 * @param batch whether it came to the door of batches
 * @param lines whether a batch is one reading per line
 * @param bytes of the body after unpacking
 * @param items the readings in it
 * @param flaw why the body could not be read; null when it could
 */
record Request(
        long arrived,
        String url,
        String authorization,
        boolean batch,
        boolean lines,
        int bytes,
        List<Item> items,
        @Nullable String flaw) {}
