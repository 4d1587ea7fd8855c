/** {@code deploy/verify-audit}: checks registry-service's audit log without the service. */
@NullMarked
package io.feverline.local.audit;

import org.jspecify.annotations.NullMarked;
