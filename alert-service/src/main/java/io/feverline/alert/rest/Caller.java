package io.feverline.alert.rest;

import io.feverline.events.access.AreaScope;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, and what part of the area tree they may see. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The scope of the token's {@code area} claim. */
    public AreaScope scope() {
        Object claim = token.getClaim("area");
        return AreaScope.of(claim == null ? null : claim.toString());
    }

    /** The token's subject. */
    public String subject() {
        return token.getSubject() == null ? token.getName() : token.getSubject();
    }
}
