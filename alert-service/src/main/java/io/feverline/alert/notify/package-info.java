/**
 * What is told to whom: the news in a change, the channels that it concerns, what is silenced, and when an attempt is
 * made again.
 */
@NullMarked
package io.feverline.alert.notify;

import org.jspecify.annotations.NullMarked;
