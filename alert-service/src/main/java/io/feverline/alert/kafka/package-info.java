/**
 * The door between the alerts topic and the alert database. Avro stops here.
 */
@NullMarked
package io.feverline.alert.kafka;

import org.jspecify.annotations.NullMarked;
