package io.feverline.alert.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * How a recheck finds its fever when another device took it, so that it is in another partition. Each reading of an
 * episode is announced by its id on the topic of links; a recheck asks there and is sent on to the episode's partition,
 * or back when nobody knows what it names.
 */
final class Links {
    /** Of an announcement: the record key that leads to the episode's partition. */
    private static final String HOME = "feverline-home";

    /** Of a recheck that must not wait: the record key that leads back. */
    private static final String OWN = "feverline-own";

    /** Of a recheck that was sent back. */
    private static final String UNLINKED = "feverline-unlinked";

    private Links() {}

    static Record<String, byte[]> announcement(String readingId, String home, Instant at) {
        return new Record<>(readingId, new byte[0], at.toEpochMilli(), with(new RecordHeaders(), HOME, home));
    }

    static @Nullable String announcedHome(Headers headers) {
        return value(headers, HOME);
    }

    /** Asks for the fever's partition. */
    static Record<String, byte[]> question(Record<String, JudgedRecord> recheck, String named, @Nullable String own) {
        var question = arrived(recheck).withKey(named);
        return own == null ? question : question.withHeaders(with(copied(recheck.headers()), OWN, own));
    }

    /** As it came: its time in the topology is not the one that it goes on with. */
    static Record<String, byte[]> arrived(Record<String, JudgedRecord> recheck) {
        return recheck.withValue(recheck.value().bytes())
                .withTimestamp(recheck.value().reading().receivedAt().toEpochMilli());
    }

    static @Nullable String wayBack(Headers headers) {
        return value(headers, OWN);
    }

    /** To the partition of what it names. */
    static Record<String, byte[]> sentOn(Record<String, byte[]> recheck, String home) {
        return recheck.withKey(home).withHeaders(copied(recheck.headers()).remove(OWN));
    }

    /** To where it came from: it stands for itself. */
    static Record<String, byte[]> sentBack(Record<String, byte[]> recheck, String own) {
        return recheck.withKey(own).withHeaders(with(copied(recheck.headers()).remove(OWN), UNLINKED, "true"));
    }

    static boolean isUnlinked(Headers headers) {
        return headers.lastHeader(UNLINKED) != null;
    }

    private static Headers copied(Headers headers) {
        return new RecordHeaders(headers);
    }

    private static Headers with(Headers headers, String name, String value) {
        return headers.add(name, value.getBytes(UTF_8));
    }

    private static @Nullable String value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
