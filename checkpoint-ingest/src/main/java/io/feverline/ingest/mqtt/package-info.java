/**
 * The MQTT 5 door for gateways: a client of a broker, which acknowledges to it what Kafka has acknowledged. Nothing of
 * it is there unless it is switched on.
 */
@NullMarked
package io.feverline.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
