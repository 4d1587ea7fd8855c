/**
 * What is measured of the way from a reading to its alert: how soon, how many, for how many at once, and how long the
 * list may become.
 */
@NullMarked
package io.feverline.benchmarks.alert;

import org.jspecify.annotations.NullMarked;
