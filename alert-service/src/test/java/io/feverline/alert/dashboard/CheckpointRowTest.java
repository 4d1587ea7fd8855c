package io.feverline.alert.dashboard;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.device.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointRowTest {
    private static final Checkpoint REGISTERED = new Checkpoint("exit", "北出口", "360322101", null, null, 1);

    @Test
    void one_whose_name_is_not_known_yet_is_called_by_its_id() {
        assertThat(CheckpointRow.of(List.of(status()), Map.of()))
                .extracting(CheckpointRow::name)
                .containsExactly("exit");
    }

    @Test
    void one_that_was_never_heard_is_there_as_such() {
        assertThat(CheckpointRow.of(List.of(), Map.of("exit", REGISTERED)))
                .extracting(CheckpointRow::look)
                .containsExactly("unheard");
    }

    @Test
    void one_that_is_registered_and_heard_is_there_once() {
        assertThat(CheckpointRow.of(List.of(status()), Map.of("exit", REGISTERED)))
                .extracting(CheckpointRow::name)
                .containsExactly("北出口");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "25, 1", "26, 2"})
    void rows_are_in_parts(int rows, int parts) {
        var all = IntStream.range(0, rows)
                .mapToObj(number -> new CheckpointRow("exit-" + number, null, null))
                .toList();

        assertThat(CheckpointRow.parts(all)).hasSize(parts);
        assertThat(CheckpointRow.parts(all).stream().flatMap(List::stream)).containsExactlyElementsOf(all);
    }

    @Test
    void a_silent_device_is_worse_than_a_doubtful_one() {
        assertThat(CheckpointRow.of(List.of(status(Finding.STUCK, Finding.SILENT)), Map.of()))
                .extracting(CheckpointRow::look)
                .containsExactly("high");
    }

    private static CheckpointStatus status(Finding... findings) {
        return new CheckpointStatus(
                "exit",
                "360322101",
                EIGHT,
                EIGHT,
                1,
                1,
                1,
                0,
                List.of(new DeviceStatus("device-1", EIGHT, Set.of(findings))));
    }
}
