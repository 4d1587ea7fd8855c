package io.feverline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** What a topic holds outlives the version that wrote it. {@link Sample} has two published versions. */
class OlderVersionTest {
    private final EventCodec<Sample> today = EventCodec.of(Sample.class);

    @Test
    void an_event_of_the_previous_published_version_is_read_by_todays_code() throws IOException {
        Schema previous = PublishedVersions.of(Sample.class).get(0);
        var event = new GenericRecordBuilder(previous).set("kept", "word").build();
        Sample read = today.decode(written(event));
        assertThat(read.getKept()).isEqualTo("word");
        assertThat(read.getAdded()).isNull();
    }

    @Test
    void an_event_of_a_version_that_was_never_published_is_unreadable() throws IOException {
        Schema other = SchemaBuilder.record("Sample")
                .namespace("io.feverline.events")
                .fields()
                .requiredString("kept")
                .endRecord();
        var event = new GenericRecordBuilder(other).set("kept", "word").build();
        byte[] bytes = written(event);
        assertThatThrownBy(() -> today.decode(bytes)).isInstanceOf(UnreadableEvent.class);
    }

    private static byte[] written(GenericRecord event) throws IOException {
        var out = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), event.getSchema()).encode(event, out);
        return out.toByteArray();
    }
}
