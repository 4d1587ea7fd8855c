package io.feverline.registry.access;

import io.feverline.events.access.AreaScope;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, by the bearer token. */
@RequestScoped
@Named("caller")
public class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who it is and what they may see. */
    public Actor actor() {
        return new Actor(subject(), scope());
    }

    /** Whether the caller has a role. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    private String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** What the caller may see, by the token's {@code area} claim. */
    public AreaScope scope() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? AreaScope.of(token.<String>getClaim("area"))
                : AreaScope.NOTHING;
    }
}
