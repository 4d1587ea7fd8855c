/**
 * Histories as files that are taken away: CSV and Excel for people, a FHIR R4 bundle for other systems. They tell ids,
 * areas, checkpoints and temperatures, and nothing of who it was.
 */
@NullMarked
package io.feverline.registry.export;

import org.jspecify.annotations.NullMarked;
