package io.feverline.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A line of the queue's file: a checksum (CRC-32 in hex), a blank, JSON. */
sealed interface Line {

    /** The first line of each file. */
    byte[] FORMAT = "feverline gateway queue 1\n".getBytes(StandardCharsets.US_ASCII);

    /** A reading came, under the next number. */
    record Put(Queued reading) implements Line {}

    /** A reading has its outcome. */
    record Done(UUID id) implements Line {}

    /** From here on readings are counted like this. */
    record Count(Numbers numbers) implements Line {}

    static boolean isFormat(byte[] line) {
        return Arrays.equals(line, Arrays.copyOf(FORMAT, FORMAT.length - 1));
    }

    static byte[] put(Queued reading) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("put", reading.id().toString());
        line.put("note", reading.note());
        line.put("body", reading.body());
        return write(line);
    }

    static byte[] done(Collection<UUID> ids) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ids.forEach(id -> lines.writeBytes(write(Map.of("done", id))));
        return lines.toByteArray();
    }

    static byte[] numbers(Numbers numbers) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("boot", numbers.bootId());
        line.put("next", numbers.next());
        return write(line);
    }

    private static byte[] write(Map<String, ?> line) {
        byte[] json = Json.write(line).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length + 10);
        bytes.writeBytes(checksum(json));
        bytes.write(' ');
        bytes.writeBytes(json);
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static byte[] checksum(byte[] json) {
        CRC32 crc = new CRC32();
        crc.update(json);
        return HexFormat.of().toHexDigits((int) crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a line without its end; null when it is not as it was written. */
    static @Nullable Line read(byte[] line) {
        if (line.length < 10) {
            return null;
        }
        byte[] json = Arrays.copyOfRange(line, 9, line.length);
        if (!Arrays.equals(checksum(json), Arrays.copyOf(line, 8))) {
            return null;
        }
        try {
            return of(Json.readObject(json));
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Line of(Map<?, ?> line) {
        if (line.containsKey("put")) {
            return new Put(new Queued(
                    UUID.fromString(Json.text(line.get("put"))),
                    Json.text(line.get("note")),
                    Json.text(line.get("body"))));
        }
        if (line.containsKey("done")) {
            return new Done(UUID.fromString(Json.text(line.get("done"))));
        }
        return line.get("next") instanceof Long next ? new Count(new Numbers(Json.text(line.get("boot")), next)) : null;
    }
}
