/**
 * The one Kafka Streams topology: readings come in, episode changes go out. Avro stops here.
 */
@NullMarked
package io.feverline.alert.detection;

import org.jspecify.annotations.NullMarked;
