package io.feverline.registry.keyregion;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.events.keyregion.KeyRegion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class RuleTest {
    private static final String IS_ORIGIN = """
            SELECT coalesce(is_origin(ROW ($1::text, 'x', $2::text, $3::text, 'HIGH', $4::timestamptz, $5::timestamptz,
                'x', 0)::key_region, $6::timestamptz, $7::text, $8::text), false)
            """;
    private static final Instant FROM = Instant.parse("2020-01-23T02:00:00Z");
    private static final Instant TO = Instant.parse("2020-04-08T00:00:00Z");

    private static final List<Instant> TIMES =
            List.of(before(FROM), FROM, before(TO), TO, Instant.parse("2099-01-01T00:00:00Z"));
    private static final List<@Nullable String> AREAS =
            Arrays.asList(null, "42", "420000", "420100", "420200", "142000", "4");
    private static final List<@Nullable String> PLATES = Arrays.asList(null, "", "鄂", "鄂A", "鄂B", "京A");

    @Inject
    Database database;

    static Stream<KeyRegion> regions() {
        return Stream.of(
                new KeyRegion("both", "42", "鄂", FROM, TO),
                new KeyRegion("city", "4201", "鄂A", FROM, null),
                new KeyRegion("area-only", "420", null, FROM, TO),
                new KeyRegion("plate-only", null, "鄂", FROM, null));
    }

    @ParameterizedTest
    @MethodSource("regions")
    void the_database_judges_as_alert_service_does(KeyRegion region) {
        for (Instant time : TIMES) {
            for (String area : AREAS) {
                for (String plate : PLATES) {
                    assertThat(isOrigin(region, time, area, plate))
                            .as("%s %s %s", time, area, plate)
                            .isEqualTo(region.isOrigin(time, area, plate));
                }
            }
        }
    }

    private boolean isOrigin(KeyRegion region, Instant time, @Nullable String area, @Nullable String plate) {
        @Nullable
        Object[] parameters = {
            region.id(),
            region.areaPrefix(),
            region.platePrefix(),
            utc(region.validFrom()),
            utc(region.validTo()),
            utc(time),
            area,
            plate
        };
        return database.row(IS_ORIGIN, parameters).getBoolean(0);
    }

    private static Instant before(Instant time) {
        return time.minusNanos(1_000);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
