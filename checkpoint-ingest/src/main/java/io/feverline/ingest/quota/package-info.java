/**
 * How much a device and a gateway may send.
 */
@NullMarked
package io.feverline.ingest.quota;

import org.jspecify.annotations.NullMarked;
