/**
 * Alerts over HTTP: pages, single alerts and the live stream, each limited to the caller's area.
 */
@NullMarked
package io.feverline.alert.rest;

import org.jspecify.annotations.NullMarked;
