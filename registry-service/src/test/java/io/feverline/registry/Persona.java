package io.feverline.registry;

import static io.restassured.RestAssured.given;

import io.feverline.events.access.Roles;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** People who sign in with real bearer tokens. */
public enum Persona {
    ADMIN(Roles.ADMIN, "36"),
    PROVINCE_OFFICIAL(Roles.HEALTH_OFFICIAL, "36"),
    COUNTY_ADMIN(Roles.ADMIN, "360322"),
    COUNTY_OFFICIAL(Roles.HEALTH_OFFICIAL, "360322"),
    BUSY_OFFICIAL(Roles.HEALTH_OFFICIAL, "360322"),
    TOWN_OFFICIAL(Roles.HEALTH_OFFICIAL, "360322102"),
    DUTY_OFFICER(Roles.DUTY_OFFICER, "360322"),
    GRID_WORKER(Roles.GRID_WORKER, "360322101"),
    OTHER_GRID_WORKER(Roles.GRID_WORKER, "360322101"),
    AUDITOR(Roles.AUDITOR, "360322"),
    OFFICIAL_OF_NOWHERE(Roles.HEALTH_OFFICIAL, "");

    private final String role;
    private final String area;

    Persona(String role, String area) {
        this.role = role;
        this.area = area;
    }

    /** A request with this person's token. */
    public RequestSpecification request() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    /** A bearer token, for requests that are made by hand. */
    public String token() {
        return Jwt.subject(name().toLowerCase(java.util.Locale.ROOT))
                .issuer("http://localhost/feverline")
                .audience("feverline")
                .claim("roles", Set.of(role))
                .claim("area", area)
                .expiresIn(600)
                .sign(key());
    }

    private static PrivateKey key() {
        try {
            var encoded =
                    Base64.getDecoder().decode(ConfigProvider.getConfig().getValue("test.signing-key", String.class));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
