/**
 * Measures the whole system from outside, as a gateway and a dashboard see it: start, memory, and the time from a
 * reading's POST to its alert on the live stream.
 */
@NullMarked
package io.feverline.benchmarks;

import org.jspecify.annotations.NullMarked;
