package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.ingest.device.DeviceDirectory;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import org.junit.jupiter.api.Test;

class DeviceCertificatesOptionsTest {
    @Test
    void nobody_is_asked_for_a_certificate_by_default() {
        var options = new HttpServerOptions();

        new DeviceCertificates(() -> false, new DeviceDirectory()).customizeHttpsServer(options);

        assertThat(options.getClientAuth()).isEqualTo(ClientAuth.NONE);
    }

    @Test
    void they_are_never_accepted_on_the_word_of_every_public_authority() {
        var certificates = new DeviceCertificates(() -> true, new DeviceDirectory());

        assertThatThrownBy(() -> certificates.customizeHttpsServer(new HttpServerOptions()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trust-store");
    }
}
