/**
 * What is measured across packages.
 */
@NullMarked
package io.feverline.alert.metrics;

import org.jspecify.annotations.NullMarked;
