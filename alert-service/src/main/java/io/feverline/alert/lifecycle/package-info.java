/**
 * The alert, which is what people do about an episode: its facts, its changes, and what a caller may see of them.
 */
@NullMarked
package io.feverline.alert.lifecycle;

import org.jspecify.annotations.NullMarked;
