package io.feverline.alert.detection;

import io.feverline.alert.episode.Course;
import io.feverline.alert.episode.Episode;
import io.feverline.alert.episode.EpisodeBook;
import io.feverline.alert.episode.EpisodeState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Remembered books as bytes in the store's changelog: a version byte, then the fields in order. */
final class BookSerde {
    private static final byte VERSION = 1;

    private BookSerde() {}

    static Serde<RememberedBook> serde() {
        return Serdes.serdeFrom((topic, book) -> write(book), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable RememberedBook remembered) {
        if (remembered == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(remembered.touchedAt().toEpochMilli());
            out.writeInt(remembered.book().episodes().size());
            for (Episode episode : remembered.book().episodes()) {
                writeCourse(out, episode.course());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static void writeCourse(DataOutputStream out, Course course) throws IOException {
        writeUuid(out, course.openedBy());
        out.writeLong(course.openedAt().toEpochMilli());
        out.writeInt(course.entries().size());
        for (Course.Entry entry : course.entries()) {
            writeUuid(out, entry.readingId());
            out.writeUTF(entry.state().name());
            out.writeBoolean(entry.historic());
        }
    }

    private static @Nullable RememberedBook read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("a book of version " + version + " was written by a later release");
            }
            Instant touchedAt = Instant.ofEpochMilli(in.readLong());
            int count = in.readInt();
            List<Episode> episodes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                episodes.add(Episode.resumed(readCourse(in)));
            }
            return new RememberedBook(new EpisodeBook(episodes), touchedAt);
        } catch (IOException e) {
            throw new UncheckedIOException("the book ends early", e);
        }
    }

    private static Course readCourse(DataInputStream in) throws IOException {
        UUID openedBy = readUuid(in);
        Instant openedAt = Instant.ofEpochMilli(in.readLong());
        int count = in.readInt();
        List<Course.Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new Course.Entry(readUuid(in), EpisodeState.valueOf(in.readUTF()), in.readBoolean()));
        }
        return new Course(openedBy, openedAt, entries);
    }

    private static void writeUuid(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
