/**
 * What can be configured, each with a default that works.
 */
@NullMarked
package io.feverline.ingest.config;

import org.jspecify.annotations.NullMarked;
