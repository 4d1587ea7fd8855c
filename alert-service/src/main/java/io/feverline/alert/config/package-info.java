/**
 * The settings of the alert service, each documented where it is declared.
 */
@NullMarked
package io.feverline.alert.config;

import org.jspecify.annotations.NullMarked;
