package io.feverline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class DemoCountyTest {
    @Test
    void has_a_dozen_checkpoints_of_every_kind_with_two_or_three_devices_each() {
        var checkpoints = DemoCounty.checkpoints();
        assertThat(checkpoints)
                .hasSize(12)
                .allSatisfy(checkpoint -> assertThat(checkpoint.devices()).hasSizeBetween(2, 3));
        assertThat(checkpoints)
                .extracting(DemoCheckpoint::kind)
                .contains("highway-exit", "bus-station", "bus", "corridor", "railway-station", "venue", "other");
        var ids = checkpoints.stream()
                .flatMap(checkpoint -> checkpoint.devices().stream())
                .map(DemoDevice::id)
                .toList();
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    @Test
    void stands_in_areas_that_it_imports() throws Exception {
        try (var areas = DemoCounty.class.getResourceAsStream("shangli-areas.csv")) {
            assertThat(areas).isNotNull();
            String csv = new String(areas.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(DemoCounty.checkpoints())
                    .allSatisfy(checkpoint -> assertThat(csv).contains("\n" + checkpoint.areaCode() + ",town,"));
        }
    }
}
