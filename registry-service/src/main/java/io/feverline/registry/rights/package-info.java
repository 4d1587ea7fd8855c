/** What a person may ask for about themselves: all that is kept of them, and that it be erased. */
@NullMarked
package io.feverline.registry.rights;

import org.jspecify.annotations.NullMarked;
