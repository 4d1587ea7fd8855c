package io.feverline.alert.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.feverline.alert.device.CheckpointWatch;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.Observation;
import io.feverline.alert.device.Registration;
import io.feverline.alert.device.Seen;
import io.feverline.alert.device.Slot;
import io.feverline.alert.device.Temperatures;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.state.DevicesSeen;
import io.feverline.alert.state.WatchState;
import io.feverline.events.PublishedVersions;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchStatesTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void what_is_remembered_comes_back_as_it_was() {
        var watch = new CheckpointWatch("exit", "360322101");
        var stuck = new Slot(20, 1, 36_500, 36_500, new Temperatures(new TreeMap<>(Map.of(730, 20))));
        watch.take(
                "360322101",
                List.of(
                        new Seen("gate", EIGHT, EIGHT, EIGHT, "run", 7L, -300L, Map.of(EIGHT, stuck)),
                        new Seen("quiet", EIGHT, EIGHT.plusSeconds(900), null, null, null, null, Map.of())));
        var observation = new Observation();
        observation.told("readings-0", EIGHT.plusSeconds(5), EIGHT.plusSeconds(5), DeviceLimits.DEFAULT.unheard());
        watch.judge(
                DeviceLimits.DEFAULT,
                Watches.SETTINGS.zone(),
                observation,
                id -> new Registration(id, "exit", "360322101", false, null, 10));

        CheckpointWatch read = WatchStates.read("exit", WatchStates.write(watch));

        assertThat(read.areaCode()).isEqualTo("360322101");
        assertThat(read.devices()).isEqualTo(watch.devices());
        assertThat(read.devices())
                .hasEntrySatisfying(
                        "gate", gate -> assertThat(gate.standings()).containsKeys(Finding.STUCK, Finding.GAPS));
    }

    @ParameterizedTest
    @ValueSource(classes = {DevicesSeen.class, WatchState.class})
    void what_older_releases_wrote_can_be_read(Class<? extends SpecificRecordBase> state) throws IOException {
        Schema today = new Schema.Parser().parse(new File("src/main/avro/" + state.getSimpleName() + ".avsc"));
        var stored = PublishedVersions.of(state);

        assertThat(stored).last().isEqualTo(today);
        assertThatCode(() -> new SchemaValidatorBuilder()
                        .canReadStrategy()
                        .validateAll()
                        .validate(today, stored))
                .doesNotThrowAnyException();
    }
}
