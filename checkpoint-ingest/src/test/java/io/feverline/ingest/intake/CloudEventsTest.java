package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"type\":\"io.feverline.reading.v1\",\"source\":\"/gate-1\",\"id\":\"e-1\",\"data\":%s}";

    @Test
    void the_data_is_the_reading() throws Rejected {
        assertThat(read(EVENT.formatted("{\"id\":\"r-1\",\"temperature\":36.6,\"traveller\":{\"name\":\"张三\"}}")))
                .satisfies(reading -> assertThat(reading.id()).isEqualTo("r-1"))
                .satisfies(reading -> assertThat(reading.temperature()).isEqualTo(36.6));
    }

    @Test
    void a_reading_without_an_id_has_the_events() throws Rejected {
        assertThat(read(EVENT.formatted("{\"temperature\":36.6}")))
                .isEqualTo(
                        new Submission("e-1", null, 36.6, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void members_may_come_in_any_order_and_extend_the_envelope() throws Rejected {
        assertThat(read("\ufeff {\"data\" : {\"bootId\":\"赣\"} ,\"traceparent\":\"00-1-2-01\",\"sampled\":true,\"n\":1,"
                                + "\"time\":\"2026-01-26T08:00:00Z\",\"subject\":\"鄂\",\"datacontenttype\":\"application/json;charset=utf-8\","
                                + "\"id\":\"e\",\"source\":\"s\",\"type\":\"io.feverline.reading.v1\",\"specversion\":\"1.0\"} ")
                        .bootId())
                .isEqualTo("赣");
    }

    @Test
    void an_event_is_read_where_it_lies_in_a_batch() throws Rejected {
        String batch =
                "[" + EVENT.formatted("{\"bootId\":\"鄂\"}") + " , " + EVENT.formatted("{\"bootId\":\"赣\"}") + "]";
        var items = Items.ofArray(batch.getBytes(UTF_8), 2, 1000);
        assertThat(CloudEvents.read(items.get(1)).bootId()).isEqualTo("赣");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1.0\" | \"1.1\"",
                "\"1.0\" | 1.0",
                "\"specversion\":\"1.0\", | ``",
                "reading.v1 | reading.v2",
                "\"source\":\"/gate-1\", | ``",
                "\"/gate-1\" | \"\"",
                "\"id\":\"e-1\", | ``",
                "\"e-1\" | 7",
                ",\"data\":{} | ``",
                "\"data\":{} | \"data_base64\":\"e30=\"",
                "\"data\":{} | \"data\":{},\"datacontenttype\":\"application/xml\"",
                "}} | }}{}"
            })
    void an_envelope_that_is_not_this_doors_is_turned_away(String part, String instead) {
        assertRejected(Reason.ENVELOPE_INVALID, EVENT.formatted("{}").replace(part, instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null"})
    void what_is_no_envelope_is_turned_away(String body) {
        assertRejected(Reason.ENVELOPE_INVALID, body);
    }

    @Test
    void an_extension_may_nest_as_deep_as_the_limit() throws Rejected {
        String nested = "[".repeat(StrictJson.DEPTH - 1) + "]".repeat(StrictJson.DEPTH - 1);
        assertThat(read(EVENT.formatted("{},\"extension\":" + nested))).isNotNull();
        assertRejected(Reason.JSON_LIMIT, EVENT.formatted("{},\"extension\":[" + nested + "]"));
    }

    @Test
    void the_limits_of_a_reading_are_those_of_its_envelope() {
        assertRejected(Reason.DUPLICATE_MEMBER, EVENT.formatted("{},\"id\":\"e-2\""));
        assertRejected(Reason.DUPLICATE_MEMBER, EVENT.formatted("{\"seq\":1,\"seq\":1}"));
        assertRejected(Reason.JSON_LIMIT, EVENT.formatted("[".repeat(100_000)));
        assertRejected(Reason.MALFORMED_JSON, EVENT.formatted("{\"temperature\":NaN}"));
        assertRejected(Reason.MALFORMED_JSON, EVENT.formatted(""));
        assertRejected(Reason.UNKNOWN_MEMBER, EVENT.formatted("{\"temprature\":36.6}"));
    }

    private static Submission read(String event) throws Rejected {
        return CloudEvents.read(Items.whole(event.getBytes(UTF_8)));
    }

    private static void assertRejected(Reason reason, String event) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> read(event))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
