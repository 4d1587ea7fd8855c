package io.feverline.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The frozen schema versions of a contract. */
public final class Published {
    private Published() {}

    /** A frozen schema. */
    public static Schema schema(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event as a publisher of that version wrote it. */
    public static byte[] encoded(Schema version, SpecificRecordBase event) {
        var out = new ByteArrayOutputStream();
        try {
            new BinaryMessageEncoder<SpecificRecordBase>(SpecificData.getForClass(event.getClass()), version)
                    .encode(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Each version in the folder and today's schema read each other (FULL_TRANSITIVE). */
    public static void assertFullyCompatible(Path folder, Schema today) {
        try (var files = Files.list(folder)) {
            var versions = files.filter(f -> f.getFileName().toString().startsWith(today.getName() + "."))
                    .map(Published::schema)
                    .toList();
            assertThat(versions).isNotEmpty();
            for (Schema version : versions) {
                assertThat(reads(today, version))
                        .as("today's code reads %s", version.getName())
                        .isTrue();
                assertThat(reads(version, today))
                        .as("older code reads %s", version.getName())
                        .isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
