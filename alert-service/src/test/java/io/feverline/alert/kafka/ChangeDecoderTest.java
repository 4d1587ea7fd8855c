package io.feverline.alert.kafka;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.VerdictKind;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.rule.Verdict;
import io.feverline.events.EventCodec;
import io.feverline.events.UnreadableEvent;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeDecoderTest {

    @Test
    void reads_what_detection_wrote() {
        UUID reading = UUID.randomUUID();
        EpisodeChanged event = EpisodeChanged.newBuilder()
                .setEpisodeId(UUID.randomUUID())
                .setState(EpisodeState.CLEARED)
                .setOpenedAt(EIGHT)
                .setOpenedBy(UUID.randomUUID())
                .setReadingId(reading)
                .setMeasuredAt(EIGHT.plusSeconds(300))
                .setReceivedAt(EIGHT.plusSeconds(301))
                .setDeviceId("gate-1")
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setSite("FOREHEAD")
                .setTemperature(36_600)
                .setVerdict(VerdictKind.NORMAL)
                .setPolicyVersion("default-1")
                .setThreshold(37_300)
                .setRevision(7)
                .build();

        EpisodeTold change =
                ChangeDecoder.decode(EventCodec.of(EpisodeChanged.class).encode(event));

        assertThat(change.episodeId()).isEqualTo(event.getEpisodeId());
        assertThat(change.state()).isEqualTo(io.feverline.alert.episode.EpisodeState.CLEARED);
        assertThat(change.openedAt()).isEqualTo(EIGHT);
        assertThat(change.cause()).isEqualTo(Cause.READING);
        assertThat(change.revision()).isEqualTo(7);
        assertThat(change.reading().id()).isEqualTo(reading);
        assertThat(change.reading().verdict()).isEqualTo(Verdict.Kind.NORMAL);
        assertThat(change.reading().temperature()).isEqualTo(36_600);
        assertThat(change.reading().receivedAt()).isEqualTo(EIGHT.plusSeconds(301));
    }

    @Test
    void refuses_what_is_no_event() {
        assertThatThrownBy(() -> ChangeDecoder.decode(new byte[] {1, 2, 3})).isInstanceOf(UnreadableEvent.class);
    }
}
