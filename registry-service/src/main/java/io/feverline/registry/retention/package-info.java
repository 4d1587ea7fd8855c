/** What is forgotten because it is older than it may be: passages by days, and all that was kept because of them. */
@NullMarked
package io.feverline.registry.retention;

import org.jspecify.annotations.NullMarked;
