package io.feverline.ingest.device;

import io.feverline.ingest.reading.Origin;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A registered device.
 *
 * @param keyHashes SHA-256 of each key that is live
 */
public record Device(Origin origin, Set<ByteBuffer> keyHashes) {}
