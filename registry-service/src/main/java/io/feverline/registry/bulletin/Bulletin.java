package io.feverline.registry.bulletin;

import io.feverline.registry.statistics.DayOfArea;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a bulletin.
 *
 * @param edition 1, and one more with each correction
 * @param figures as they were when it was published
 * @param words what the publisher has to say; of a correction, why
 * @param publishedBy the subject of the publisher's token
 */
public record Bulletin(
        BulletinId id,
        int edition,
        DayOfArea figures,
        @Nullable String words,
        String publishedBy,
        Instant publishedAt) {}
