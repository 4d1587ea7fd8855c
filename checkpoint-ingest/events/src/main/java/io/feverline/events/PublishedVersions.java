package io.feverline.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an event's schema that were ever published: {@code published/NAME.v1.avsc} and so on, beside its
 * class. They go with the contract because a topic still holds what older versions wrote, and its readers ask no
 * registry.
 */
public final class PublishedVersions {
    private PublishedVersions() {}

    /** All of them, the first one first. */
    public static List<Schema> of(Class<? extends SpecificRecordBase> event) {
        List<Schema> versions = new ArrayList<>();
        for (Schema version = read(event, 1); version != null; version = read(event, versions.size() + 1)) {
            versions.add(version);
        }
        return List.copyOf(versions);
    }

    private static @Nullable Schema read(Class<? extends SpecificRecordBase> event, int version) {
        String name = "/published/%s.v%d.avsc".formatted(event.getSimpleName(), version);
        try (InputStream file = event.getResourceAsStream(name)) {
            return file == null ? null : new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
