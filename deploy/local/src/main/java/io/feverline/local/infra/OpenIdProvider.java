package io.feverline.local.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.local.Persona;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import okhttp3.HttpUrl;

/**
 * The OpenID provider of a local system: knows the personas, believes everybody. Listens on the loopback address only.
 */
public final class OpenIdProvider implements AutoCloseable {
    /** Whom the tokens are meant for. */
    public static final String AUDIENCE = "feverline";

    private static final String ISSUER_ID = "feverline";
    private static final int TOKEN_LIFETIME_SECONDS = 3600;

    private final MockOAuth2Server server;
    private final int port;
    private final Path folder;

    /** One that is not started yet; its page to sign in on is kept in a folder. */
    public OpenIdProvider(int port, Path folder) {
        this.port = port;
        this.folder = folder;
        server = new MockOAuth2Server(
                OAuth2Config.Companion.fromJson(config(SignInPage.write(folder).toString())));
    }

    /** Starts it. */
    public void start() {
        server.start(InetAddress.getLoopbackAddress(), port);
    }

    /** What stands as {@code iss} in the tokens. */
    public URI issuer() {
        return URI.create("http://localhost:%d/%s".formatted(port, ISSUER_ID));
    }

    /**
     * What sessions are sealed with, as the services' configuration file: who is signed in at one is at the other, also
     * after it was started anew.
     */
    public Path sessionSettings() {
        String secret = SecretFile.readOrMake(
                folder.resolve("session-secret"), () -> UUID.randomUUID().toString());
        Path file = folder.resolve("sessions.properties");
        SecretFile.write(file, "quarkus.oidc.pages.token-state-manager.encryption-secret=%s%n".formatted(secret));
        return file;
    }

    /** A token with claims of the caller's choosing, signed as all others: for trying what has to be refused. */
    public String token(Map<String, Object> claims, Duration lifetime) {
        return server.anyToken(HttpUrl.get(issuer().toString()), claims, lifetime)
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static String config(String signInPage) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode config = json.createObjectNode()
                .put("interactiveLogin", true)
                .put("loginPagePath", signInPage)
                .put("httpServer", "NettyWrapper");
        ObjectNode callback = config.putArray("tokenCallbacks")
                .addObject()
                .put("issuerId", ISSUER_ID)
                .put("tokenExpiry", TOKEN_LIFETIME_SECONDS);
        ArrayNode mappings = callback.putArray("requestMappings");
        for (Persona persona : Persona.values()) {
            ObjectNode mapping =
                    mappings.addObject().put("requestParam", "username").put("match", persona.username());
            mapping.set("claims", claims(persona));
        }
        return config.toString();
    }

    /** What a person's tokens say. */
    static ObjectNode claims(Persona persona) {
        ObjectNode claims = new ObjectMapper().createObjectNode();
        claims.put("sub", persona.username())
                .put("preferred_username", persona.username())
                .put("area", persona.area());
        claims.putArray("aud").add(AUDIENCE);
        claims.putArray("roles").add(persona.role());
        return claims;
    }
}
