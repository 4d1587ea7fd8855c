package io.feverline.registry.traveller;

import io.feverline.registry.access.Actor;
import java.util.UUID;

/**
 * An act of opening an identity.
 *
 * @param actor who opens it
 * @param purpose what for, in the official's words
 */
public record IdentityAccess(UUID travellerId, Actor actor, String purpose) {}
