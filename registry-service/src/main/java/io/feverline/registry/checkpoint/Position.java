package io.feverline.registry.checkpoint;

/**
 * Where a checkpoint stands, WGS 84.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Position(double latitude, double longitude) {}
