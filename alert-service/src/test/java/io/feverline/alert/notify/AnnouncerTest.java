package io.feverline.alert.notify;

import static io.feverline.alert.notify.News.EIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.events.access.AreaScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnouncerTest {
    private static final Listener GATE = listener(Level.CHECKPOINT, "360322101", "gate-1", Severity.LOW);
    private static final Listener TOWN = listener(Level.TOWNSHIP, "360322101", null, Severity.LOW);
    private static final Listener COUNTY = listener(Level.COUNTY, "360322", null, Severity.LOW);

    private final News fever = News.fever();

    @Test
    void a_new_fever_is_its_checkpoints_to_know() {
        assertThat(told(List.of(GATE, TOWN, COUNTY), fever.reading())).containsExactly("gate alert.opened");
    }

    @Test
    void a_critical_one_is_everybodys_at_once() {
        assertThat(told(
                        List.of(GATE, TOWN, COUNTY),
                        fever.with(Severity.CRITICAL).reading()))
                .containsExactlyInAnyOrder("gate alert.opened", "town alert.opened", "county alert.opened");
    }

    @Test
    void one_at_another_checkpoint_is_not() {
        assertThat(told(List.of(GATE), fever.at("gate-2", "360322101").reading()))
                .isEmpty();
    }

    @Test
    void one_in_another_town_is_not_though_its_checkpoint_has_the_same_name() {
        assertThat(told(List.of(GATE), fever.at("gate-1", "360322102").reading()))
                .isEmpty();
    }

    @Test
    void one_that_came_late_is_nobodys() {
        assertThat(told(List.of(GATE), fever.late().reading())).isEmpty();
    }

    @Test
    void one_that_came_late_is_told_once_it_is_live() {
        assertThat(told(List.of(GATE), fever.late().reading(), fever.reading())).containsExactly("gate alert.opened");
    }

    @Test
    void a_merged_one_is_told_as_what_it_was_merged_into() {
        assertThat(told(List.of(GATE), fever.with(EpisodeState.MERGED).change(Cause.MERGER, null)))
                .isEmpty();
    }

    @Test
    void what_is_less_severe_than_a_channel_wants_is_not_told() {
        Listener high = listener(Level.CHECKPOINT, "360322101", "gate-1", Severity.HIGH);

        assertThat(told(List.of(high), fever.with(Severity.MODERATE).reading())).isEmpty();
        assertThat(told(List.of(high), fever.with(Severity.HIGH).reading())).hasSize(1);
    }

    @Test
    void a_channel_for_severe_ones_hears_of_one_when_it_becomes_severe() {
        Listener high = listener(Level.CHECKPOINT, "360322101", "gate-1", Severity.HIGH);

        assertThat(told(
                        List.of(high),
                        fever.reading(),
                        fever.with(Severity.HIGH).reading()))
                .containsExactly("gate alert.opened");
    }

    @Test
    void its_confirmation_is_a_rise_once() {
        AlertChange confirmed = fever.with(EpisodeState.CONFIRMED).reading();

        assertThat(told(List.of(GATE), fever.reading(), confirmed, confirmed))
                .containsExactly("gate alert.opened", "gate alert.raised");
    }

    @Test
    void more_severity_is_a_rise_and_less_is_none() {
        assertThat(told(
                        List.of(GATE),
                        fever.with(Severity.MODERATE).reading(),
                        fever.with(Severity.HIGH).reading(),
                        fever.with(Severity.LOW).reading()))
                .containsExactly("gate alert.opened", "gate alert.raised");
    }

    @Test
    void a_normal_recheck_is_none() {
        assertThat(told(
                        List.of(GATE),
                        fever.reading(),
                        fever.with(EpisodeState.CLEARED).reading()))
                .containsExactly("gate alert.opened");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"ACTION", "WINDOW_END"})
    void neither_is_what_people_do_nor_that_nobody_rechecks(Cause cause) {
        assertThat(told(List.of(GATE), fever.reading(), fever.change(cause, null)))
                .containsExactly("gate alert.opened");
    }

    @Test
    void a_fever_that_opens_one_again_is_told_though_it_is_no_rise() {
        assertThat(told(List.of(GATE, TOWN), fever.reading(), fever.numbered(2).change(Cause.REOPENING, null)))
                .containsExactly("gate alert.opened", "gate alert.raised");
    }

    @Test
    void an_escalation_is_told_to_its_level_once() {
        AlertChange escalated = fever.with(Level.TOWNSHIP).change(Cause.ESCALATION, null);

        assertThat(told(List.of(GATE, TOWN, COUNTY), fever.reading(), escalated, escalated))
                .containsExactly("gate alert.opened", "town alert.escalated");
    }

    @Test
    void both_levels_hear_when_it_has_passed_both_before_anybody_looked() {
        AlertChange escalated = fever.with(Level.COUNTY).change(Cause.ESCALATION, null);

        assertThat(told(List.of(TOWN, COUNTY), escalated))
                .containsExactlyInAnyOrder("town alert.escalated", "county alert.escalated");
    }

    @Test
    void who_knew_of_a_critical_one_is_told_that_it_is_theirs_to_act() {
        News critical = fever.with(Severity.CRITICAL);

        assertThat(told(
                        List.of(TOWN),
                        critical.reading(),
                        critical.with(Level.TOWNSHIP).change(Cause.ESCALATION, null)))
                .containsExactly("town alert.opened", "town alert.escalated");
    }

    @Test
    void a_level_that_was_reached_hears_of_rises() {
        News escalated = fever.with(Level.TOWNSHIP);

        assertThat(told(
                        List.of(TOWN),
                        fever.reading(),
                        escalated.change(Cause.ESCALATION, null),
                        escalated.with(Severity.HIGH).reading()))
                .containsExactly("town alert.escalated", "town alert.raised");
    }

    @Test
    void each_time_that_somebody_is_overdue_is_told() {
        assertThat(told(
                        List.of(GATE, TOWN),
                        fever.reading(),
                        fever.numbered(2).change(Cause.OVERDUE, null),
                        fever.numbered(3).change(Cause.OVERDUE, null)))
                .containsExactly("gate alert.opened", "gate alert.overdue", "gate alert.overdue");
    }

    @Test
    void a_cluster_is_told_to_all_levels_when_it_is_found_and_whenever_it_has_doubled() {
        UUID id = UUID.randomUUID();

        assertThat(told(
                        List.of(COUNTY),
                        fever.change(Cause.CLUSTER, News.cluster(id, 3, null)),
                        fever.change(Cause.CLUSTER, News.cluster(id, 5, null)),
                        fever.change(Cause.CLUSTER, News.cluster(id, 6, null)),
                        fever.change(Cause.CLUSTER, News.cluster(id, 11, null)),
                        fever.change(Cause.CLUSTER, News.cluster(id, 12, null))))
                .containsExactly("county cluster.found", "county cluster.grown", "county cluster.grown");
    }

    @Test
    void a_cluster_is_told_where_it_began_and_where_it_has_come_to() {
        News elsewhere = fever.at("gate-2", "360322102");
        Listener there = listener(Level.COUNTY, "360322102", null, Severity.LOW);

        assertThat(told(
                        List.of(TOWN, there),
                        elsewhere.change(Cause.CLUSTER, News.cluster(UUID.randomUUID(), 3, null))))
                .containsExactly("town cluster.found", "county cluster.found");
    }

    @Test
    void a_cluster_that_went_into_another_is_told_as_the_other() {
        assertThat(told(
                        List.of(COUNTY),
                        fever.change(Cause.CLUSTER, News.cluster(UUID.randomUUID(), 3, UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void a_cluster_is_at_least_of_high_severity() {
        Listener high = listener(Level.COUNTY, "360322", null, Severity.HIGH);
        Listener critical = listener(Level.COUNTY, "360322", null, Severity.CRITICAL);
        AlertChange found = fever.change(Cause.CLUSTER, News.cluster(UUID.randomUUID(), 3, null));

        assertThat(told(List.of(high), found)).hasSize(1);
        assertThat(told(List.of(critical), found)).isEmpty();
    }

    @Test
    void that_synthetic_fevers_do_not_arrive_is_told_to_all_levels_there() {
        assertThat(told(
                        List.of(GATE, TOWN, COUNTY, listener(Level.CHECKPOINT, "360322101", "gate-2", Severity.LOW)),
                        News.probe(EIGHT, null)))
                .containsExactly("gate probe.missing", "town probe.missing", "county probe.missing");
    }

    @Test
    void that_they_arrive_again_is_told_too() {
        assertThat(told(List.of(GATE), News.probe(EIGHT, null), News.probe(null, EIGHT), News.probe(null, null)))
                .containsExactly("gate probe.missing", "gate probe.back");
    }

    @Test
    void one_that_arrives_as_it_should_is_no_news() {
        assertThat(told(List.of(GATE, TOWN, COUNTY), News.probe(null, null))).isEmpty();
    }

    @Test
    void missing_ones_are_of_high_severity() {
        Listener high = listener(Level.COUNTY, "360322", null, Severity.HIGH);
        Listener critical = listener(Level.COUNTY, "360322", null, Severity.CRITICAL);

        assertThat(told(List.of(high), News.probe(EIGHT, null))).hasSize(1);
        assertThat(told(List.of(critical), News.probe(EIGHT, null))).isEmpty();
    }

    @Test
    void a_silence_covers_missing_ones() {
        Silence silence = SilenceTest.of("360322101", "gate-1");

        assertThat(new Announcer(List.of(GATE), List.of(silence), List.of(), EIGHT)
                        .announce(List.of(News.probe(EIGHT, null))))
                .singleElement()
                .extracting(Notification::silenceId)
                .isEqualTo(silence.id());
    }

    @Test
    void what_is_silenced_names_its_silence() {
        Silence silence = SilenceTest.of("360322101", "gate-1");

        assertThat(new Announcer(List.of(GATE), List.of(silence), List.of(), EIGHT).announce(List.of(fever.reading())))
                .singleElement()
                .extracting(Notification::silenceId)
                .isEqualTo(silence.id());
    }

    @Test
    void a_critical_one_is_never_silenced() {
        Silence silence = SilenceTest.of("360322101", "gate-1");

        assertThat(new Announcer(List.of(GATE), List.of(silence), List.of(), EIGHT)
                        .announce(List.of(fever.with(Severity.CRITICAL).reading())))
                .singleElement()
                .extracting(Notification::silenceId)
                .isNull();
    }

    @Test
    void those_of_one_checkpoint_may_go_together_and_each_is_itself() {
        List<Notification> told =
                announce(List.of(GATE), fever.reading(), News.fever().reading());

        assertThat(told).hasSize(2);
        assertThat(told).extracting(Notification::bundle).containsOnly("checkpoint/gate-1");
        assertThat(told).extracting(Notification::id).doesNotHaveDuplicates();
        assertThat(told).extracting(Notification::alertId).doesNotHaveDuplicates();
    }

    private static Listener listener(Level level, String area, @Nullable String checkpoint, Severity least) {
        return new Listener(
                UUID.nameUUIDFromBytes(level.name().getBytes(UTF_8)), level, AreaScope.of(area), checkpoint, least);
    }

    private static List<String> told(List<Listener> listeners, AlertChange... changes) {
        return announce(listeners, changes).stream()
                .map(told -> name(told.channelId()) + " " + told.event().type())
                .toList();
    }

    private static List<Notification> announce(List<Listener> listeners, AlertChange... changes) {
        return new Announcer(listeners, List.of(), List.of(), EIGHT).announce(List.of(changes));
    }

    private static String name(UUID channel) {
        return channel.equals(GATE.channelId()) ? "gate" : channel.equals(TOWN.channelId()) ? "town" : "county";
    }
}
