/** The command that checks an archive of evidence without the services. */
@NullMarked
package io.feverline.local.evidence;

import org.jspecify.annotations.NullMarked;
