/** Daily bulletins: figures of an area's day, frozen when a person publishes them. */
@NullMarked
package io.feverline.registry.bulletin;

import org.jspecify.annotations.NullMarked;
