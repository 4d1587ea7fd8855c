/**
 * Carries notifications to their receivers: as webhooks, mails and messages of chat robots, one at a time to each channel.
 */
@NullMarked
package io.feverline.alert.courier;

import org.jspecify.annotations.NullMarked;
