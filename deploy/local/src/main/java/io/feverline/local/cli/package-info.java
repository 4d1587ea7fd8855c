/** What a person sees of the launcher: options, progress, what to try next, and the summary. */
@NullMarked
package io.feverline.local.cli;

import org.jspecify.annotations.NullMarked;
