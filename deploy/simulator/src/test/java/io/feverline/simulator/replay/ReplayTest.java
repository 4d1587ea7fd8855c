package io.feverline.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.hutool.core.util.IdcardUtil;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Planned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Path DATA = Path.of(System.getProperty("feverline.data", "../../../shared/data"));
    private static final List<Device> DEVICES = List.of(
            new Device("gate-1", "k1", "north", "forehead", "surface", null),
            new Device("gate-2", "k2", "south", "forehead", "body", null));

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "the shared data is not here");
        return file;
    }

    private static List<Planned> replay(long seed, String run, Duration length) throws IOException {
        ThermographyFile file = ThermographyFile.read(data("ir-thermography/FLIR_group1.csv"));
        ArrivalPattern pattern = ArrivalPattern.read(data("arrivals/metro_i94_hourly.csv"));
        List<Planned> all = new ArrayList<>();
        new Replay(file, pattern, DEVICES, length, seed, run).schedule().forEachRemaining(all::add);
        return all;
    }

    /** The figures were counted with another CSV reader (Python's). */
    @Test
    void the_flir_file_is_read_in_full() throws IOException {
        ThermographyFile file = ThermographyFile.read(data("ir-thermography/FLIR_group1.csv"));
        assertThat(file.subjects()).hasSize(544);
        assertThat(file.unusableCells()).isEqualTo(37);
        assertThat(file.unusablePeople()).isZero();
        Subject first = file.subjects().get(0);
        assertThat(first).isEqualTo(new Subject("161117-1", List.of(33_860, 34_050, 34_020, 34_100), 36_590, 24_000));
    }

    @Test
    void the_ici_file_is_read_too() throws IOException {
        assertThat(ThermographyFile.read(data("ir-thermography/ICI_group1.csv")).subjects())
                .hasSizeGreaterThan(500);
    }

    @Test
    void fevers_are_those_of_the_reference_and_of_some_foreheads() throws IOException {
        List<Planned> all = replay(1, "run", Duration.ofMinutes(5));
        assertThat(all).hasSize(544 * 5 - 37);
        assertThat(all.stream()
                        .filter(p -> p.draft().judgedAt(p.device()) > 37_300
                                && !p.draft().surface()))
                .hasSize(74);
        assertThat(all.stream()
                        .filter(p -> p.draft().judgedAt(p.device()) > 37_300
                                && p.draft().surface()))
                .hasSize(123);
    }

    @Test
    void one_traveller_stays_at_one_gate_in_the_order_of_the_rounds() throws IOException {
        Map<String, Planned> last = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        long previous = 0;
        for (Planned planned : replay(1, "run", Duration.ofMinutes(5))) {
            assertThat(planned.atNanos())
                    .isBetween(previous, Duration.ofMinutes(5).toNanos());
            previous = planned.atNanos();
            String number = Objects.requireNonNull(planned.draft().traveller()).documentNumber();
            assertThat(IdcardUtil.isValidCard18(number)).isTrue();
            Planned before = last.put(number, planned);
            if (before != null) {
                assertThat(before.device()).isEqualTo(planned.device());
                assertThat(before.draft().surface()).isTrue();
                assertThat(planned.atNanos() - before.atNanos())
                        .isEqualTo(Duration.ofSeconds(5).toNanos());
            }
            assertThat(numbers.merge(planned.draft().person(), number, (a, b) -> a))
                    .isEqualTo(number);
        }
        assertThat(last).hasSize(544);
    }

    @Test
    void the_same_run_is_the_same_readings() throws IOException {
        List<Planned> one = replay(1, "a", Duration.ofMinutes(1));
        assertThat(replay(1, "a", Duration.ofMinutes(1))).isEqualTo(one);
        List<UUID> ids = one.stream().map(p -> p.draft().id()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(replay(1, "b", Duration.ofMinutes(1)))
                .noneMatch(p -> ids.contains(p.draft().id()));
    }

    @Test
    void the_rush_hours_are_rush_hours() throws IOException {
        ArrivalPattern pattern = ArrivalPattern.read(data("arrivals/metro_i94_hourly.csv"));
        assertThat(shareBetween(pattern, 16, 17)).isGreaterThan(4 * shareBetween(pattern, 2, 3));
    }

    private static double shareBetween(ArrivalPattern pattern, int from, int to) {
        int steps = 100_000;
        int inside = 0;
        for (int i = 0; i < steps; i++) {
            double hour = pattern.timeOf(i / (double) steps) * 24;
            inside += hour >= from && hour < to ? 1 : 0;
        }
        return inside / (double) steps;
    }

    @Property(tries = 200)
    void even_arrivals_are_even(@ForAll @DoubleRange(min = 0, max = 0.99) double share) {
        assertThat(ArrivalPattern.even().timeOf(share)).isEqualTo(share, within(1e-9));
    }

    @Test
    void another_file_is_refused_in_words(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n3,4\n5,6\n");
        assertThatThrownBy(() -> ThermographyFile.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column T_FHC_Max1");
    }
}
