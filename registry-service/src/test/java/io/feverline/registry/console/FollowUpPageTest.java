package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.console.FollowUpPage.Line;
import io.feverline.registry.followup.Cause;
import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.Entry;
import io.feverline.registry.followup.FollowUp;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.rule.Care;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowUpPageTest {
    private static final Instant NOW = Instant.parse("2020-01-26T01:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    @Test
    void entries_and_what_was_missed_are_one_list_with_the_newest_half_day_first() {
        var page = page(List.of(entry(10, 1, false), entry(12, 1, false)), List.of(HalfDay.numbered(11)));

        assertThat(page.lines()).extracting(line -> line.half().number()).containsExactly(12L, 11L, 10L);
    }

    @Test
    void what_stands_comes_before_what_it_corrects() {
        var page = page(List.of(entry(10, 1, true), entry(10, 2, true), entry(10, 3, false)), List.of());

        assertThat(page.lines()).extracting(FollowUpPageTest::revision).containsExactly(3, 2, 1);
    }

    @Test
    void a_reason_that_came_again_is_told_once_by_the_first_time() {
        var page = because(from("wuhan", 1), from("wuhan", 2), from("wenzhou", 3), from("wuhan", 4));

        assertThat(page.reasons()).extracting(Cause::regionId).containsExactly("wuhan", "wenzhou");
        assertThat(page.reasons()).extracting(Cause::at).containsExactly(NOW.plusSeconds(1), NOW.plusSeconds(3));
    }

    private static Cause from(String region, int second) {
        Instant at = NOW.plusSeconds(second);
        return new Cause(UUID.randomUUID(), CauseKind.KEY_REGION_ARRIVAL, region, null, at, at);
    }

    private static FollowUpPage because(Cause... causes) {
        FollowUpPage page = page(List.of(), List.of());
        var detail = new FollowUpDetail(page.detail().followUp(), List.of(causes), List.of(), List.of(), List.of());
        return new FollowUpPage(page.card(), detail, page.official(), page.areas(), page.workloads());
    }

    private static int revision(Line line) {
        Entry entry = line.entry();
        return entry == null ? 0 : entry.revision();
    }

    private static FollowUpPage page(List<Entry> entries, List<HalfDay> missed) {
        var current = HalfDay.numbered(13);
        var followUp = new FollowUp(
                ID,
                UUID.randomUUID(),
                CauseKind.KEY_REGION_ARRIVAL,
                NOW,
                NOW,
                null,
                Care.queued("360322"),
                false,
                current,
                0,
                false,
                1);
        return new FollowUpPage(
                new FollowUpCard(followUp, "上栗县", "li", current, NOW),
                new FollowUpDetail(followUp, List.of(), entries, missed, List.of()),
                false,
                new AreaNames(Map.of()),
                List.of());
    }

    private static Entry entry(long half, int revision, boolean superseded) {
        return new Entry(
                ID,
                revision,
                superseded,
                HalfDay.numbered(half),
                new Observation(NOW, 36_600, Set.of(), null),
                "li",
                NOW);
    }
}
