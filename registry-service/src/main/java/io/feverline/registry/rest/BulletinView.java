package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.bulletin.Bulletin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a bulletin.
 *
 * @param edition 1, and one more with each correction
 * @param figures as they were when it was published
 * @param words the publisher's; of a correction, why
 * @param publishedBy the subject of the publisher's token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulletinView(
        int edition, DayOfAreaView figures, @Nullable String words, String publishedBy, Instant publishedAt) {
    static BulletinView of(Bulletin bulletin) {
        return new BulletinView(
                bulletin.edition(),
                DayOfAreaView.of(bulletin.figures()),
                bulletin.words(),
                bulletin.publishedBy(),
                bulletin.publishedAt());
    }
}
