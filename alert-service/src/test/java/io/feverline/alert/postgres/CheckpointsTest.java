package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class CheckpointsTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");

    @Inject
    Checkpoints checkpoints;

    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    private final String id = "exit-" + UUID.randomUUID();

    @Test
    void the_newest_version_stays_whatever_comes_after_it() {
        Checkpoint newest = checkpoint("北出口", 2);

        store(checkpoint("出口", 1), newest);
        store(checkpoint("出口", 1));

        assertThat(await(checkpoints.in(COUNTY))).containsEntry(id, newest);
    }

    @Test
    void one_of_another_county_is_not_seen() {
        store(checkpoint("北出口", 1));

        assertThat(await(checkpoints.in(AreaScope.of("360323")))).doesNotContainKey(id);
    }

    @Test
    void an_alert_says_how_its_checkpoint_is_called_today() {
        EpisodeTold opening = Changes.opening(id, "360322101", EIGHT);
        await(writer.store(List.of(opening)));

        store(checkpoint("北出口", 1));

        assertThat(await(reader.find(opening.alertId(), COUNTY)).map(Alert::checkpointName))
                .contains("北出口");
    }

    @Test
    void a_change_of_the_stream_says_how_its_checkpoint_is_called() {
        store(checkpoint("北出口", 1));
        long before = await(reader.head());

        await(writer.store(List.of(Changes.opening(id, "360322101", EIGHT))));

        assertThat(await(reader.changesAfter(before, 1)))
                .extracting(AlertChange::alert)
                .extracting(Alert::checkpointName)
                .containsExactly("北出口");
    }

    private Checkpoint checkpoint(String name, long version) {
        return new Checkpoint(id, name, "360322101", 27.88, 113.8, version);
    }

    private void store(Checkpoint... batch) {
        await(checkpoints.store(List.of(batch)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
