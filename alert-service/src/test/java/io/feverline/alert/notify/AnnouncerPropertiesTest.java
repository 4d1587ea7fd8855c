package io.feverline.alert.notify;

import static io.feverline.alert.notify.News.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.events.access.AreaScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnnouncerPropertiesTest {
    private static final List<News> FEVERS = List.of(News.fever(), News.fever(), News.fever());
    private static final List<UUID> CLUSTERS = List.of(UUID.randomUUID(), UUID.randomUUID());

    private static final List<Listener> LISTENERS = List.of(
            new Listener(UUID.randomUUID(), Level.CHECKPOINT, AreaScope.of("360322101"), "gate-1", Severity.LOW),
            new Listener(UUID.randomUUID(), Level.TOWNSHIP, AreaScope.of("360322101"), null, Severity.HIGH),
            new Listener(UUID.randomUUID(), Level.COUNTY, AreaScope.of("360300"), null, Severity.LOW));

    /** An instance that dies after it has stored what it found, or before, looks at the same changes again. */
    @Property(tries = 300)
    void whoever_looks_again_finds_nothing_new(@ForAll("changes") List<AlertChange> changes) {
        List<Notification> told = announce(List.of(), changes);

        assertThat(announce(told, changes))
                .filteredOn(news -> !told.contains(news))
                .isEmpty();
    }

    @Property(tries = 300)
    void whoever_looks_page_by_page_finds_the_same(@ForAll("changes") List<AlertChange> changes) {
        List<Notification> told = new ArrayList<>();
        for (AlertChange change : changes) {
            told.addAll(announce(told, List.of(change)));
        }

        assertThat(told).isEqualTo(announce(List.of(), changes));
    }

    @Property(tries = 300)
    void nothing_has_the_id_of_something_else(@ForAll("changes") List<AlertChange> changes) {
        assertThat(announce(List.of(), changes)).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void a_channel_opens_an_alert_at_most_once(@ForAll("changes") List<AlertChange> changes) {
        assertThat(announce(List.of(), changes).stream()
                        .filter(told -> told.event() == Event.ALERT_OPENED)
                        .map(told -> told.channelId() + " " + told.alertId()))
                .doesNotHaveDuplicates();
    }

    private static List<Notification> announce(List<Notification> before, List<AlertChange> changes) {
        return new Announcer(LISTENERS, List.of(), before, EIGHT).announce(changes);
    }

    /** In any order, which is more than can happen. */
    @Provide
    Arbitrary<List<AlertChange>> changes() {
        Arbitrary<AlertChange> alerts = Combinators.combine(
                        Arbitraries.of(FEVERS),
                        Arbitraries.of(EpisodeState.class),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Level.class),
                        Arbitraries.of(Cause.READING, Cause.ESCALATION, Cause.WINDOW_END, Cause.ACTION))
                .as((fever, state, severity, level, cause) ->
                        fever.with(state).with(severity).with(level).change(cause, null));
        Arbitrary<AlertChange> clusters = Combinators.combine(
                        Arbitraries.of(FEVERS),
                        Arbitraries.of(CLUSTERS),
                        Arbitraries.integers().between(2, 40))
                .as((fever, id, size) -> fever.change(Cause.CLUSTER, News.cluster(id, size, null)));
        return Arbitraries.oneOf(alerts, clusters).list().ofMaxSize(25);
    }
}
