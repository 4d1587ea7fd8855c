package io.feverline.alert.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PublishedVersionsTest {
    private static final List<Schema> TODAY = List.of(EpisodeChanged.getClassSchema());

    @TestFactory
    Stream<DynamicTest> every_published_version_and_todays_read_each_other() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/published"))) {
            return files.toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Schema published = new Schema.Parser().parse(Files.readString(file));
                        Schema today = TODAY.stream()
                                .filter(s -> s.getFullName().equals(published.getFullName()))
                                .findFirst()
                                .orElseThrow();
                        assertThat(compatibility(today, published)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
                        assertThat(compatibility(published, today)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
                    }));
        }
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }
}
