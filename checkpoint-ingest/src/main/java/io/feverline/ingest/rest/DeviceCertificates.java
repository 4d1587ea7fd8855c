package io.feverline.ingest.rest;

import io.feverline.ingest.config.DeviceCertificatesConfig;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Devices that prove who they are by a client certificate, when that is switched on. One is asked for and not required:
 * a device may have a key instead.
 */
@Singleton
public class DeviceCertificates implements HttpServerOptionsCustomizer {
    private final boolean accepted;
    private final DeviceDirectory directory;

    public DeviceCertificates(DeviceCertificatesConfig config, DeviceDirectory directory) {
        this.accepted = config.accepted();
        this.directory = directory;
    }

    /**
     * Asks for certificates.
     *
     * @throws IllegalStateException without a trust store, as Java's own would let every public authority make devices
     */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (!accepted) {
            return;
        }
        if (options.getTrustOptions() == null) {
            throw new IllegalStateException(
                    "feverline.device-certificates.accepted: quarkus.tls.trust-store must say whose certificates");
        }
        options.setClientAuth(ClientAuth.REQUEST);
    }

    /** The device whose certificate a request's connection was made with. */
    Optional<Device> device(HttpServerRequest request) {
        return accepted && request.isSSL()
                ? commonName(request.sslSession()).flatMap(directory::withId)
                : Optional.empty();
    }

    private static Optional<String> commonName(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate own ? commonName(own) : Optional.empty();
        } catch (SSLPeerUnverifiedException noCertificate) {
            return Optional.empty();
        }
    }

    /** Of a name with several nobody knows which is meant, so it has none. */
    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            var names = new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .toList();
            return names.size() == 1 && names.get(0) instanceof String name ? Optional.of(name) : Optional.empty();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
