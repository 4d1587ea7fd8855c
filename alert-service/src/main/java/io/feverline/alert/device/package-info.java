/**
 * Whether thermometers are well, by what is seen of them: a record of each, rules that find what is wrong, and what
 * stands. Time is the stream's: how far everything has been read, not what a clock says.
 */
@NullMarked
package io.feverline.alert.device;

import org.jspecify.annotations.NullMarked;
