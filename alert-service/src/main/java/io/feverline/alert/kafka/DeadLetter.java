package io.feverline.alert.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside. What it says is not shown: nobody could read it.
 *
 * @param id its partition and offset among the dead letters
 * @param topic where it stood; null when whoever set it aside did not say
 * @param place partition and offset there
 * @param eventType what it said it was
 * @param length in bytes
 */
public record DeadLetter(
        String id,
        Instant setAsideAt,
        @Nullable String topic,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String eventType,
        int length) {}
