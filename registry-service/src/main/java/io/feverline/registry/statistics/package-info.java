/** How many were screened where and when, and how many of them were feverish: figures of areas, and of nobody. */
@NullMarked
package io.feverline.registry.statistics;

import org.jspecify.annotations.NullMarked;
