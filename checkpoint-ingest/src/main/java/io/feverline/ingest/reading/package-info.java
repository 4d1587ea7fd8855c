/**
 * A reading and the rules that let it in: pure, in the language of the field, with time handed in.
 */
@NullMarked
package io.feverline.ingest.reading;

import org.jspecify.annotations.NullMarked;
