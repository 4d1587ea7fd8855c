/**
 * Evidence: from a case back over every checkpoint, device, operator and missed deadline, as one signed archive that can
 * be checked without this service.
 */
@NullMarked
package io.feverline.registry.evidence;

import org.jspecify.annotations.NullMarked;
