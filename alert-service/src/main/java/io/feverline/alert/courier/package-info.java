/**
 * Carries notifications to their receivers, as webhooks, mails and messages of chat robots: to each channel one at a
 * time.
 */
@NullMarked
package io.feverline.alert.courier;

import org.jspecify.annotations.NullMarked;
