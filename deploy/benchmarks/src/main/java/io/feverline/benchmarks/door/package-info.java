/**
 * Measures the door alone, against a limit in the same run: a bare HTTP server that parses the same JSON and sends it
 * to the same broker, and does nothing else.
 */
@NullMarked
package io.feverline.benchmarks.door;

import org.jspecify.annotations.NullMarked;
