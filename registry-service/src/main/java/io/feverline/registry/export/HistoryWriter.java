package io.feverline.registry.export;

import io.feverline.registry.passage.PastPassage;
import java.io.IOException;
import java.util.List;

/** Writes passages to a stream as they come, and keeps none of them. The stream stays open. */
interface HistoryWriter {
    void add(List<PastPassage> passages) throws IOException;

    /** Completes the document; without this it is seen to be cut off. */
    void finish() throws IOException;
}
