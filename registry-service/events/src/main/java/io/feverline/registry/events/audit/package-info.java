/**
 * What the audit log's hashes and signed heads stand for: whoever has its rows, the heads and the public key can check
 * them without the service.
 */
@NullMarked
package io.feverline.registry.events.audit;

import org.jspecify.annotations.NullMarked;
