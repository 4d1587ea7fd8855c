package io.feverline.registry.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    private static final Instant MEASURED = Instant.parse("2026-11-24T00:00:00.123Z");
    private static final Place PLACE = new Place("gate-1", "north", "360322101", 7L, "boot-1");
    private static final Measurement WARM = measurement("LIVE", 36_600, null);
    private static final Passage SENT =
            passage(MEASURED, MEASURED, PLACE, WARM, traveller("t", "420100", 1), bus("K12"));

    @Test
    void differs_when_the_device_sent_anything_else() {
        assertThat(new Passage[] {
                    passage(MEASURED.plusMillis(1), MEASURED, PLACE, WARM, SENT.traveller(), SENT.vehicle()),
                    passage(MEASURED, MEASURED, at(8L, "boot-1"), WARM, SENT.traveller(), SENT.vehicle()),
                    passage(MEASURED, MEASURED, at(7L, null), WARM, SENT.traveller(), SENT.vehicle()),
                    passage(
                            MEASURED,
                            MEASURED,
                            PLACE,
                            measurement("LIVE", 38_000, null),
                            SENT.traveller(),
                            SENT.vehicle()),
                    passage(
                            MEASURED,
                            MEASURED,
                            PLACE,
                            measurement("LIVE", 36_600, 20),
                            SENT.traveller(),
                            SENT.vehicle()),
                    passage(MEASURED, MEASURED, PLACE, WARM, traveller("u", "420100", 1), SENT.vehicle()),
                    passage(MEASURED, MEASURED, PLACE, WARM, traveller("t", "430100", 1), SENT.vehicle()),
                    passage(MEASURED, MEASURED, PLACE, WARM, null, SENT.vehicle()),
                    passage(MEASURED, MEASURED, PLACE, WARM, SENT.traveller(), bus("K13")),
                    passage(MEASURED, MEASURED, PLACE, WARM, SENT.traveller(), null)
                })
                .extracting(ContentDigestTest::digest)
                .doesNotContain(digest(SENT))
                .doesNotHaveDuplicates();
    }

    @Test
    void is_the_same_when_only_the_sending_differs() {
        var again = passage(
                MEASURED,
                MEASURED.plusSeconds(3600),
                new Place("gate-1", "south", "360322102", 7L, "boot-1"),
                measurement("LATE", 36_600, null),
                traveller("t", "420100", 2),
                bus("K12"));

        assertThat(digest(again)).isEqualTo(digest(SENT));
    }

    @Test
    void one_instance_serves_a_whole_batch() {
        var digest = new ContentDigest();

        assertThat(digest.of(SENT)).isEqualTo(digest.of(SENT));
    }

    /** Receipts of other days hold digests that were made like this. */
    @Test
    void stays_as_it_is() {
        assertThat(digest(SENT)).isEqualTo("1acbb3224ae9d097c1342295ba4b05b8");
    }

    private static String digest(Passage passage) {
        return HexFormat.of().formatHex(new ContentDigest().of(passage));
    }

    private static Place at(Long seq, @Nullable String bootId) {
        return new Place("gate-1", "north", "360322101", seq, bootId);
    }

    private static Measurement measurement(String lane, int temperature, @Nullable Integer ambient) {
        return new Measurement(lane, false, temperature, "BODY", "FOREHEAD", 0, ambient);
    }

    private static TravellerSighting traveller(String token, String origin, int sealed) {
        var seal = new SealedIdentity(new byte[] {(byte) sealed}, new byte[] {(byte) sealed});
        return new TravellerSighting(token, "RESIDENT_ID", true, true, origin, "360322", seal);
    }

    private static VehicleSighting bus(String trip) {
        return new VehicleSighting("v", "鄂A", true, "COACH", null, trip, "12A", null);
    }

    private static Passage passage(
            Instant measuredAt,
            Instant receivedAt,
            Place place,
            Measurement measurement,
            @Nullable TravellerSighting traveller,
            @Nullable VehicleSighting vehicle) {
        return new Passage(new UUID(1, 2), measuredAt, receivedAt, place, measurement, null, traveller, vehicle);
    }
}
