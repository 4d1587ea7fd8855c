/**
 * The way of a submission through the door: read, admit, seal, publish, answer for each item.
 */
@NullMarked
package io.feverline.ingest.intake;

import org.jspecify.annotations.NullMarked;
