package io.feverline.registry.access;

import io.feverline.events.access.AreaScope;

/**
 * Who acts.
 *
 * @param subject the subject of the token
 * @param scope what the actor may see
 */
public record Actor(String subject, AreaScope scope) {
    /** This service itself, when nobody asked it to; it acts everywhere. */
    public static final Actor SERVICE = new Actor("registry-service", new AreaScope(""));
}
