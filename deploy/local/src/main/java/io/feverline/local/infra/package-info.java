/** What the services stand on: PostgreSQL, Kafka, the OpenID provider, and the keys. */
@NullMarked
package io.feverline.local.infra;

import org.jspecify.annotations.NullMarked;
