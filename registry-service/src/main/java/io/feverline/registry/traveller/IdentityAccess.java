package io.feverline.registry.traveller;

import io.feverline.events.access.AreaScope;
import java.util.UUID;

/**
 * An act of opening an identity.
 *
 * @param subject who opens it
 * @param purpose what for, in the official's words
 */
public record IdentityAccess(UUID travellerId, String subject, AreaScope scope, String purpose) {}
