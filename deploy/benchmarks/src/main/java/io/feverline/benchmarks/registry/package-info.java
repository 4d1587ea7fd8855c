/** What is measured of registry-service: how soon histories and contacts come when there are many passages. */
@NullMarked
package io.feverline.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
