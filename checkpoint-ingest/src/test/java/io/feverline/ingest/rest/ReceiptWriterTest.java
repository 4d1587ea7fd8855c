package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptWriterTest {
    private static final ObjectMapper JACKSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void a_receipt_is_written_as_jackson_writes_it() throws JsonProcessingException {
        var receipt = new Receipt(
                UUID.fromString("018f6c1e-7a3b-7c55-9d1e-1b2c3d4e5f60"),
                "late",
                Instant.parse("2026-01-26T04:00:00.123Z"));

        assertThat(ReceiptWriter.json(receipt)).isEqualTo(JACKSON.writeValueAsString(receipt));
    }

    @Test
    void its_time_is_told_to_the_millisecond() {
        var receipt = new Receipt(UUID.randomUUID(), "live", Instant.parse("2026-01-26T04:00:00.999999Z"));

        assertThat(ReceiptWriter.json(receipt)).endsWith("\"receivedAt\":\"2026-01-26T04:00:00.999Z\"}");
    }
}
