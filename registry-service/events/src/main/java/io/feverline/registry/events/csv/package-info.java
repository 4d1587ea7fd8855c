/**
 * Documents of CSV that people open with a spreadsheet, the same in every service: read with every bad row named,
 * compared with what is stored, and written so that reading them says nothing new.
 */
@NullMarked
package io.feverline.registry.events.csv;

import org.jspecify.annotations.NullMarked;
