/**
 * What has to happen by a certain time, and what happens when it does not.
 */
@NullMarked
package io.feverline.alert.duty;

import org.jspecify.annotations.NullMarked;
