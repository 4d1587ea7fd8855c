package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.passage.Receipt;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a reading was stored.
 *
 * @param reuse present when the id came again with other content
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        Instant storedAt,
        String deviceId,
        String checkpointId,
        String areaCode,
        String lane,
        @Nullable Reuse reuse) {
    /**
     * What became of other readings under the same id, in the members of a problem.
     *
     * @param count how many came; none of them was stored
     * @param lastReceivedAt when the last one came, by the door's clock
     */
    public record Reuse(URI type, String title, int count, Instant lastReceivedAt) {
        private static final URI TYPE = URI.create(Problems.TYPE + "reading-id-reused");
        private static final String TITLE = "读数编号被重复用于不同内容 / The reading's id came again with other content";

        static @Nullable Reuse of(Receipt receipt) {
            Instant reusedAt = receipt.reusedAt();
            return reusedAt == null ? null : new Reuse(TYPE, TITLE, receipt.reused(), reusedAt);
        }
    }

    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.readingId(),
                receipt.measuredAt(),
                receipt.receivedAt(),
                receipt.storedAt(),
                receipt.deviceId(),
                receipt.checkpointId(),
                receipt.areaCode(),
                Names.of(receipt.lane()),
                Reuse.of(receipt));
    }
}
