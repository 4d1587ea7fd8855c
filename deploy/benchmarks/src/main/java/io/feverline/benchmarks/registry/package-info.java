/**
 * What is measured of registry-service: how soon histories and contacts come when there are many
 * passages, and how a day of them goes.
 */
@NullMarked
package io.feverline.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
