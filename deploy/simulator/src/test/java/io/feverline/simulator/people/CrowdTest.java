package io.feverline.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hutool.core.util.IdcardUtil;
import io.feverline.gateway.Traveller;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final List<Device> DEVICES = List.of(
            new Device("gate-1", "k1", "shangli-exit-north", "forehead", "body", null),
            new Device("gate-2", "k2", "shangli-bus-station", "forehead", "surface", java.math.BigDecimal.valueOf(2)),
            new Device("gate-3", "k3", "shangli-bus-station", null, null, null));

    private static List<Planned> people(long seed, double rate, int seconds, double prevalence) {
        Crowd crowd = new Crowd(DEVICES, rate, Duration.ofSeconds(seconds), prevalence, 0.6, seed, "run");
        List<Planned> all = new ArrayList<>();
        crowd.schedule().forEachRemaining(all::add);
        return all;
    }

    @Property(tries = 30)
    void the_seed_decides_everything(@ForAll long seed) {
        assertThat(people(seed, 50, 20, 0.1)).isEqualTo(people(seed, 50, 20, 0.1));
        assertThat(people(seed, 50, 20, 0.1)).isNotEqualTo(people(seed + 1, 50, 20, 0.1));
    }

    @Property(tries = 30)
    void the_rate_is_kept_with_rechecks_among_it(@ForAll @IntRange(min = 1, max = 200) int rate) {
        List<Planned> all = people(3, rate, 10, 0.5);
        assertThat(all).hasSize(rate * 10);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).atNanos()).isEqualTo((long) (i * (1e9 / rate)));
        }
    }

    @Test
    void ids_are_unique_and_another_run_has_others() {
        List<Planned> all = people(5, 100, 300, 0.05);
        Set<UUID> ids = new HashSet<>();
        all.forEach(planned -> assertThat(ids.add(planned.draft().id())).isTrue());
        new Crowd(DEVICES, 100, Duration.ofSeconds(10), 0.05, 0.6, 5, "another")
                .schedule()
                .forEachRemaining(planned ->
                        assertThat(ids).doesNotContain(planned.draft().id()));
    }

    @Test
    void a_fever_is_measured_again_at_the_same_gate_by_the_same_person() {
        List<Planned> all = people(5, 100, 300, 0.05);
        List<Planned> rechecks =
                all.stream().filter(p -> p.draft().recheckOf() != null).toList();
        assertThat(rechecks).isNotEmpty();
        for (Planned second : rechecks) {
            Planned first = all.stream()
                    .filter(p -> p.draft().id().equals(second.draft().recheckOf()))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.device()).isEqualTo(second.device());
            assertThat(first.draft().person()).isEqualTo(second.draft().person());
            assertThat(first.draft().traveller()).isEqualTo(second.draft().traveller());
            assertThat(first.draft().judgedAt(first.device())).isGreaterThan(37_300);
            assertThat(second.atNanos() - first.atNanos())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(20).toNanos());
        }
    }

    @Test
    void shares_are_what_the_options_say() {
        List<Planned> all = people(11, 100, 300, 0.01).stream()
                .filter(p -> p.device().deviceId().equals("gate-1"))
                .filter(p -> p.draft().recheckOf() == null)
                .toList();
        double feverish = all.stream()
                        .filter(p -> p.draft().judgedAt(p.device()) > 37_300)
                        .count()
                / (double) all.size();
        double papers = all.stream().filter(p -> p.draft().traveller() != null).count() / (double) all.size();
        assertThat(feverish).isBetween(0.003, 0.05);
        assertThat(papers).isBetween(0.57, 0.63);
    }

    @Test
    void papers_are_valid_in_form() {
        people(2, 100, 60, 0.01).stream()
                .map(p -> p.draft().traveller())
                .filter(java.util.Objects::nonNull)
                .forEach(CrowdTest::assertValid);
    }

    private static void assertValid(Traveller traveller) {
        if (traveller.documentType().equals("resident-id")) {
            assertThat(IdcardUtil.isValidCard18(traveller.documentNumber())).isTrue();
        } else {
            assertThat(traveller.documentNumber()).matches("E\\d{8}");
        }
    }
}
