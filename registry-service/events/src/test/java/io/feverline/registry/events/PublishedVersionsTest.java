package io.feverline.registry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.feverline.events.PublishedVersions;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedVersionsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                AreaRegistered.class,
                AuditHeadSigned.class,
                CheckpointRegistered.class,
                DeviceRegistered.class,
                DeviceSequenceChanged.class,
                KeyRegionListed.class,
                ReportReminded.class
            })
    void the_newest_published_version_is_todays(Class<? extends SpecificRecordBase> event) throws IOException {
        assertThat(PublishedVersions.of(event)).last().isEqualTo(today(event));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AreaRegistered.class,
                AuditHeadSigned.class,
                CheckpointRegistered.class,
                DeviceRegistered.class,
                DeviceSequenceChanged.class,
                KeyRegionListed.class,
                ReportReminded.class
            })
    void every_published_version_and_todays_read_each_other(Class<? extends SpecificRecordBase> event)
            throws IOException {
        List<Schema> published = PublishedVersions.of(event);
        Schema today = today(event);
        assertThatCode(() -> new SchemaValidatorBuilder()
                        .mutualReadStrategy()
                        .validateAll()
                        .validate(today, published))
                .doesNotThrowAnyException();
    }

    private static Schema today(Class<? extends SpecificRecordBase> event) throws IOException {
        return new Schema.Parser().parse(new File("src/main/avro/" + event.getSimpleName() + ".avsc"));
    }
}
