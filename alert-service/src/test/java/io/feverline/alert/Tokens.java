package io.feverline.alert;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens signed by a key of this test run, which the service trusts. */
public final class Tokens {
    private static final String PUBLIC = "feverline.test.public-key";
    private static final String PRIVATE = "feverline.test.private-key";

    private Tokens() {}

    /** The public key; system properties carry the pair across the test's class loaders. */
    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return System.getProperty(PUBLIC);
    }

    /** A token of one role; {@code area} null leaves the claim out. */
    public static String of(String role, @Nullable String area) {
        return of(role, area, "feverline");
    }

    public static String of(String role, @Nullable String area, String audience) {
        return of(role, role, area, audience);
    }

    /** A token of somebody by name. */
    public static String ofPerson(String subject, String role, String area) {
        return of(subject, role, area, "feverline");
    }

    private static String of(String subject, String role, @Nullable String area, String audience) {
        var claims = Jwt.subject(subject).audience(audience).claim("roles", List.of(role));
        return (area == null ? claims : claims.claim("area", area))
                .expiresIn(600)
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
