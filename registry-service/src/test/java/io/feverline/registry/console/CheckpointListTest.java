package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.Page;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointKind;
import io.feverline.registry.checkpoint.Direction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckpointListTest {
    private static final Checkpoint GATE = checkpoint("gate", "360322101");
    private static final Checkpoint STATION = checkpoint("station", "360322101");
    private static final Checkpoint PASS = checkpoint("pass", "360322102");

    @Test
    void checkpoints_stand_with_those_of_their_area() {
        assertThat(list(null).groups())
                .extracting(CheckpointList.Group::checkpoints)
                .containsExactly(List.of(GATE, STATION), List.of(PASS));
    }

    @Test
    void an_area_without_a_name_is_called_by_its_code() {
        assertThat(list(null).groups()).extracting(CheckpointList.Group::name).containsExactly("上栗镇", "360322102");
    }

    @Test
    void a_page_starts_where_the_one_before_ended() {
        assertThat(CheckpointList.Start.parse(list(STATION).next()))
                .isEqualTo(new CheckpointList.Start("360322101", "station"));
    }

    @Test
    void the_first_page_starts_before_all() {
        assertThat(CheckpointList.Start.parse(null)).isEqualTo(new CheckpointList.Start("", ""));
    }

    private static CheckpointList list(@Nullable Checkpoint next) {
        return new CheckpointList(new Page<>(List.of(GATE, STATION, PASS), next), Map.of("360322101", "上栗镇"), null);
    }

    private static Checkpoint checkpoint(String id, String area) {
        return new Checkpoint(id, id, CheckpointKind.OTHER, area, Direction.BOTH, null);
    }
}
