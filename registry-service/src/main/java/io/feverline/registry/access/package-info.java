/** What a signed-in person may do and see: roles, and the area that limits everything else. */
@NullMarked
package io.feverline.registry.access;

import org.jspecify.annotations.NullMarked;
