package io.feverline.alert.detection;

import io.feverline.alert.episode.Screened;

/**
 * A judged reading, and the bytes it came as: it may have to go on to the partition where its fever is.
 *
 * @param synthetic it tests the way; nobody was measured
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JudgedRecord(Screened reading, byte[] bytes, boolean synthetic) {}
