/** The command line: options in, a progress line and a summary out. */
@NullMarked
package io.feverline.simulator.cli;

import org.jspecify.annotations.NullMarked;
