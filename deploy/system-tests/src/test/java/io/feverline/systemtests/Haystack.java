package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Everything that one part of the system keeps or tells, in pieces.
 *
 * @param pieces each with where it was found
 */
record Haystack(List<Piece> pieces) {
    /**
     * What was found at one spot.
     *
     * @param content each byte as the character of its number
     */
    record Piece(String where, String content) {
        static Piece of(String where, byte[] content) {
            return new Piece(where, new String(content, ISO_8859_1));
        }
    }

    /** Every record of every topic, Kafka's own and the changelogs of stores included. */
    static Haystack kafka(LocalSystem system) {
        List<Piece> pieces = new ArrayList<>();
        Records.all(system.bootstrapServers(), topic -> true).forEach(record -> addAll(pieces, record));
        return new Haystack(pieces);
    }

    private static void addAll(List<Piece> pieces, ConsumerRecord<byte[], byte[]> record) {
        add(pieces, record.topic() + " key", record.key());
        add(pieces, record.topic() + " value", record.value());
        record.headers().forEach(header -> {
            add(pieces, record.topic() + " header", header.key().getBytes(UTF_8));
            add(pieces, record.topic() + " header " + header.key(), header.value());
        });
    }

    private static void add(List<Piece> pieces, String where, byte[] content) {
        if (content != null) {
            pieces.add(Piece.of(where, content));
        }
    }

    /** What all processes wrote to their logs. */
    static Haystack logs(LocalSystem system) throws IOException {
        try (Stream<Path> files = Files.list(system.data().logs())) {
            List<Piece> pieces = new ArrayList<>();
            for (Path file : files.toList()) {
                pieces.add(Piece.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return new Haystack(pieces);
        }
    }

    /** What the services measure. */
    static Haystack metrics(LocalSystem system) {
        return new Haystack(Arrays.stream(Service.values())
                .map(service -> Piece.of(
                        service.folder(),
                        RestAssured.get(system.url(service).resolve("/q/metrics"))
                                .asByteArray()))
                .toList());
    }

    /** Every row of every table; bytes stand in hexadecimal in it. */
    static Haystack database(LocalSystem system, Database database) {
        var databases = new Databases(system);
        List<String> tables = databases.column(
                database,
                "select format('%I.%I', table_schema, table_name) from information_schema.tables"
                        + " where table_schema not in ('pg_catalog', 'information_schema')");
        return new Haystack(tables.stream()
                .flatMap(table -> databases.column(database, "select t::text from " + table + " t").stream()
                        .map(row -> Piece.of(table, row.getBytes(UTF_8))))
                .toList());
    }

    /** Proves that the search reaches a spot: this is there. */
    Haystack control(String where, Needle known) {
        assertThat(pieces)
                .as("control: %s in %s", known, where)
                .anyMatch(piece -> piece.where().contains(where) && known.isIn(piece.content()));
        return this;
    }

    /** Holds that none of these is anywhere. */
    void hidesAll(Collection<Needle> secrets) {
        assertThat(pieces.stream()
                        .flatMap(piece -> secrets.stream()
                                .filter(secret -> secret.isIn(piece.content()))
                                .map(secret -> secret + " in " + piece.where())))
                .isEmpty();
    }
}
