package io.feverline.ingest.reading;

/**
 * What the registration of the measuring device adds to a reading.
 *
 * @param offset m°C to add to a reading of bare skin
 */
public record Origin(String deviceId, String checkpointId, String areaCode, Site site, Mode mode, int offset) {}
