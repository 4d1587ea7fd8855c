package io.feverline.gateway;

import java.util.UUID;

/**
 * A reading as it waits on the disk.
 *
 * @param id the reading's id
 * @param note the application's own words, handed back with the outcome and never sent
 * @param body the JSON that is posted, the same bytes each time; holds identity, and so is never printed
 */
public record Queued(UUID id, String note, String body) {

    @Override
    public String toString() {
        return "Queued[" + id + "]";
    }
}
