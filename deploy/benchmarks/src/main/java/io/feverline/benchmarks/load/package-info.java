/**
 * The load generator: gateways of which there may be many, in this one process, so that they take little from what is
 * measured.
 */
@NullMarked
package io.feverline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
