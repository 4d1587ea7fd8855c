/** The duty dashboard in a browser, with ten thousand open alerts and five hundred checkpoints. */
@NullMarked
package io.feverline.benchmarks.board;

import org.jspecify.annotations.NullMarked;
