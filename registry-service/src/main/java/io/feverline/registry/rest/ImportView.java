package io.feverline.registry.rest;

/**
 * What an import did.
 *
 * @param imported areas in the document
 * @param changed those that were new or different
 */
public record ImportView(int imported, int changed) {}
