package io.feverline.alert.detection;

import io.feverline.alert.episode.EpisodeBook;
import java.time.Instant;

/**
 * A book in the store.
 *
 * @param touchedAt when its last reading was processed, by this service's clock: a backlog's episodes must outlive the
 *     backlog, however old its readings are
 */
record RememberedBook(EpisodeBook book, Instant touchedAt) {}
