package io.feverline.registry.contact;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That another traveller was where the case stayed, within the time that makes a contact.
 *
 * @param first when first measured there within that time
 * @param last when last
 * @param trip the name that the other's ride has; null when it has none
 * @param seats the other's, as devices told them
 */
public record Presence(
        Stay stay,
        UUID travellerId,
        Instant first,
        Instant last,
        @Nullable String trip,
        Set<String> seats) {}
