/**
 * What every event has in common: the topic that it is on, its CloudEvents headers, and its bytes. The events
 * themselves belong to the service that publishes them.
 */
@NullMarked
package io.feverline.events;

import org.jspecify.annotations.NullMarked;
