package io.feverline.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/**
 * Events as bytes in Avro's single-object encoding: two bytes of marker, eight of the schema's fingerprint, then the
 * record. Safe for use by several threads.
 *
 * @param <T> the generated event
 */
public final class EventCodec<T extends SpecificRecordBase> {
    /** More than any record on a topic has. */
    private static final String LONGEST = Integer.toString(1 << 20);

    /** Bytes; a reading with a traveller has 350. */
    private static final int USUAL_LENGTH = 512;

    static {
        // Without limits a length that is wrong claims all memory before the bytes are found to be missing.
        System.setProperty(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, LONGEST);
        System.setProperty(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, LONGEST);
        System.setProperty(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, LONGEST);
    }

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private EventCodec(Class<T> event) {
        SpecificData model = SpecificData.getForClass(event);
        Schema today = model.getSchema(event);
        encoder = new BinaryMessageEncoder<>(model, today, false);
        decoder = new BinaryMessageDecoder<>(model, today);
        PublishedVersions.of(event).forEach(decoder::addSchema);
    }

    /** The codec of an event: writes today's version, reads every published one. */
    public static <T extends SpecificRecordBase> EventCodec<T> of(Class<T> event) {
        return new EventCodec<>(event);
    }

    /** The event as bytes, with the schema's fingerprint in front. */
    public byte[] encode(T event) {
        // Kafka's own, as that of the JDK locks for each field.
        var out = new ByteBufferOutputStream(USUAL_LENGTH);
        try {
            encoder.encode(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer takes every byte", e);
        }
        return Arrays.copyOf(out.buffer().array(), out.position());
    }

    /**
     * The event in the bytes.
     *
     * @throws UnreadableEvent if the bytes are not an event of a known version, or end early
     */
    public T decode(byte[] bytes) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes));
        } catch (IOException | RuntimeException e) {
            // Avro lets through what it meets on the way: an id that is none, a length below zero, a missing symbol.
            throw new UnreadableEvent("not an event of a known version", e);
        }
    }
}
