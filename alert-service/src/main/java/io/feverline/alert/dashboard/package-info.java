/** The duty officers' pages: what is open, one alert and what can be done about it, and the stream that keeps them live. */
@NullMarked
package io.feverline.alert.dashboard;

import org.jspecify.annotations.NullMarked;
