/** What a signed-in person's token says, alike at every service: roles, and the area that limits everything else. */
@NullMarked
package io.feverline.events.access;

import org.jspecify.annotations.NullMarked;
