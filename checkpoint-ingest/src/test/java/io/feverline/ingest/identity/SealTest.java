package io.feverline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.events.identity.IdentityOpener;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.NaughtyStrings;
import io.feverline.ingest.TestKeys;
import io.feverline.ingest.reading.DocumentType;
import io.feverline.ingest.reading.Traveller;
import io.feverline.ingest.reading.Vehicle;
import io.feverline.ingest.reading.VehicleKind;
import io.quarkus.runtime.StartupEvent;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final UUID READING = UUID.fromString("018f6c1e-7a3b-4c55-9d1e-1b2c3d4e5f60");
    private static final Traveller ZHANG =
            new Traveller(DocumentType.RESIDENT_ID, "36032219860615842０", "张三", "13612345678", null, null);

    @TempDir
    Path keys;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private TestKeys config;
    private Identities identities;
    private DataKeys dataKeys;
    private IdentityOpener opener;

    @BeforeEach
    void makeKeys() throws Exception {
        config = TestKeys.drawnIn(keys);
        identities = new Identities(config);
        dataKeys = new DataKeys(config, now::get);
        opener = IdentityOpener.load(config.privateKeyset());
    }

    @Test
    void what_the_door_seals_registry_service_opens() throws GeneralSecurityException {
        var key = dataKeys.current();
        var sealed = identities.seal(ZHANG, READING, key);
        assertThat(opener.open(bytes(sealed.getSealed()), key.sealedKey(), READING, Seal.TRAVELLER))
                .isEqualTo("{\"name\":\"张三\",\"documentNumber\":\"360322198606158420\",\"phone\":\"+8613612345678\"}");
    }

    @Test
    void a_seal_moved_to_another_reading_does_not_open() {
        var key = dataKeys.current();
        var sealed = identities.seal(ZHANG, READING, key);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() ->
                        opener.open(bytes(sealed.getSealed()), key.sealedKey(), UUID.randomUUID(), Seal.TRAVELLER));
    }

    @Test
    void one_document_has_one_token_however_it_is_typed() {
        var typedAgain = new Traveller(DocumentType.RESIDENT_ID, " 360322 19860615 8420", null, null, null, null);
        assertThat(identities.seal(typedAgain, READING, dataKeys.current()).getToken())
                .isEqualTo(identities.seal(ZHANG, READING, dataKeys.current()).getToken());
    }

    @Test
    void the_same_number_of_another_document_type_has_another_token() {
        var other = new Traveller(DocumentType.OTHER, "360322198606158420", null, null, null, null);
        assertThat(identities.seal(other, READING, dataKeys.current()).getToken())
                .isNotEqualTo(
                        identities.seal(ZHANG, READING, dataKeys.current()).getToken());
    }

    @Test
    void a_name_is_sealed_as_it_was_sent_whatever_it_is() throws Exception {
        var key = dataKeys.current();
        for (String name : NaughtyStrings.all()) {
            var sealed = identities.seal(new Traveller(DocumentType.OTHER, name, name, name, null, null), READING, key);
            var opened = opener.open(bytes(sealed.getSealed()), key.sealedKey(), READING, Seal.TRAVELLER);
            assertThat(new ObjectMapper().readTree(opened).get("name").textValue())
                    .isEqualTo(name);
        }
    }

    @Test
    void a_plate_is_sealed_whatever_it_is() throws Exception {
        var key = dataKeys.current();
        for (String plate : NaughtyStrings.all()) {
            var sealed = identities.seal(new Vehicle(plate, plate, VehicleKind.CAR, null, null), READING, key);
            assertThat(opener.open(bytes(sealed.getSealed()), key.sealedKey(), READING, Seal.VEHICLE))
                    .startsWith("{\"plate\":");
        }
    }

    @Test
    void a_dash_for_a_trailer_is_no_trailer() {
        var coach = new Vehicle("赣J12345", "-", VehicleKind.COACH, null, null);
        assertThat(identities.seal(coach, READING, dataKeys.current()).getTrailerToken())
                .isNull();
    }

    @Test
    void a_data_key_lives_for_ten_minutes() {
        var first = dataKeys.current();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(dataKeys.current()).isSameAs(first);
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)));
        assertThat(dataKeys.current()).isNotSameAs(first);
    }

    @Test
    void a_service_with_keys_of_another_kind_does_not_start() throws Exception {
        Files.copy(config.tokenKeyset(), config.publicKeyset(), StandardCopyOption.REPLACE_EXISTING);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new Rehearsal(identities, new DataKeys(config, now::get)).rehearse(new StartupEvent()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
