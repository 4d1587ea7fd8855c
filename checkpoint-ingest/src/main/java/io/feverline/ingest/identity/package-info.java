/**
 * Where a traveller and a vehicle become tokens and seals; what leaves here cannot be read by anyone but
 * registry-service.
 */
@NullMarked
package io.feverline.ingest.identity;

import org.jspecify.annotations.NullMarked;
