/** What all pages have in common: their frame, their words, the viewer's language, and how a failure looks. */
@NullMarked
package io.feverline.look;

import org.jspecify.annotations.NullMarked;
