/** What is configured, and the beans made of it. */
@NullMarked
package io.feverline.registry.config;

import org.jspecify.annotations.NullMarked;
