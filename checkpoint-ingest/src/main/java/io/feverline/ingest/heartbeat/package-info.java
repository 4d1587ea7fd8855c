/**
 * That a device is alive, and how far its clock is off.
 */
@NullMarked
package io.feverline.ingest.heartbeat;

import org.jspecify.annotations.NullMarked;
