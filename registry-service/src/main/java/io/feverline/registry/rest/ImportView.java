package io.feverline.registry.rest;

import io.feverline.registry.area.Imported;

/**
 * What an import did.
 *
 * @param imported areas or periods in the document
 * @param changed those that were new or different
 */
public record ImportView(int imported, int changed) {
    static ImportView of(Imported done) {
        return new ImportView(done.rows(), done.changed());
    }
}
