package io.feverline.registry.area;

/**
 * What an import did.
 *
 * @param rows areas or periods in the document
 * @param changed those that were new or different
 */
public record Imported(int rows, int changed) {}
