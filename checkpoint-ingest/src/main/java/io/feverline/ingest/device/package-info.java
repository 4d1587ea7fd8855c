/**
 * The devices that may post, known by their keys, as registry-service publishes them.
 */
@NullMarked
package io.feverline.ingest.device;

import org.jspecify.annotations.NullMarked;
