/**
 * The HTTP door for gateways.
 */
@NullMarked
package io.feverline.ingest.rest;

import org.jspecify.annotations.NullMarked;
