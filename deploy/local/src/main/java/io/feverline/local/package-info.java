/** The whole system on one machine: what a person starts with {@code deploy/up} and a test starts as a library. */
@NullMarked
package io.feverline.local;

import org.jspecify.annotations.NullMarked;
