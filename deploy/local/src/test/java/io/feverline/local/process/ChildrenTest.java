package io.feverline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildrenTest {
    @TempDir
    Path folder;

    @Test
    void closing_stops_every_child_also_when_one_has_died() {
        Children children = new Children();
        Child database = children.start(sleeper("database", Tier.DATABASE));
        Child service = children.start(sleeper("service", Tier.SERVICE));
        service.kill();

        children.close();

        assertThat(database.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
    }

    @Test
    void stops_who_stands_on_others_first() throws IOException {
        Path order = folder.resolve("order");
        Children children = new Children();
        for (Tier tier : Tier.values()) {
            Child child = children.start(teller(tier, order));
            child.await(() -> told(child.spec().log()), Duration.ofSeconds(10));
        }

        children.close();

        assertThat(Files.readAllLines(order)).containsExactly("SIMULATOR", "SERVICE", "BROKER", "DATABASE");
    }

    @Test
    void a_child_that_ignores_the_request_is_killed() {
        Child stubborn =
                Child.start(shell("stubborn", Tier.SERVICE, "trap '' TERM; echo up; while :; do sleep 1; done"));
        stubborn.await(() -> told(stubborn.spec().log()), Duration.ofSeconds(10));

        stubborn.stop(Duration.ofMillis(300));

        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void a_paused_child_stands_still_until_it_is_resumed() {
        Child child = Child.start(sleeper("paused", Tier.SERVICE));

        child.pause();
        child.await(() -> state(child).startsWith("T"), Duration.ofSeconds(10));

        child.resume();
        child.await(() -> state(child).startsWith("S"), Duration.ofSeconds(10));
        child.kill();
    }

    @Test
    void a_paused_child_ends_in_order_when_it_is_asked_to() throws IOException {
        Path order = folder.resolve("order");
        Child paused = Child.start(teller(Tier.SERVICE, order));
        paused.await(() -> told(paused.spec().log()), Duration.ofSeconds(10));
        paused.pause();

        paused.stop(Duration.ofSeconds(10));

        assertThat(Files.readAllLines(order)).containsExactly("SERVICE");
    }

    @Test
    void a_death_is_told_but_not_one_that_was_asked_for() throws Exception {
        BlockingQueue<Child> deaths = new LinkedBlockingQueue<>();
        try (Children children = new Children()) {
            children.onDeath(deaths::add);
            children.start(sleeper("asked", Tier.SERVICE)).kill();
            Child crashed = children.start(shell("crashed", Tier.SERVICE, "exit 3"));

            assertThat(deaths.poll(10, TimeUnit.SECONDS)).isSameAs(crashed);
            assertThat(crashed.exitCode()).isEqualTo(3);
        }
        assertThat(deaths).isEmpty();
    }

    @Test
    void waiting_for_a_child_that_dies_names_its_log() {
        Child crashed = Child.start(shell("crashed", Tier.SERVICE, "exit 3"));
        assertThatThrownBy(() -> crashed.await(() -> false, Duration.ofSeconds(20)))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining(crashed.spec().log().toString());
    }

    @Test
    void nothing_starts_once_it_is_closed() {
        Children children = new Children();
        children.close();
        assertThatThrownBy(() -> children.start(sleeper("late", Tier.SERVICE))).isInstanceOf(LocalProblem.class);
    }

    private static String state(Child child) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "stat=", "-p", "" + child.pid()).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildSpec sleeper(String name, Tier tier) {
        return new ChildSpec(name, tier, List.of("sleep", "600"), folder, folder.resolve(name + ".log"));
    }

    private ChildSpec shell(String name, Tier tier, String script) {
        return new ChildSpec(name, tier, List.of("sh", "-c", script), folder, folder.resolve(name + ".log"));
    }

    private ChildSpec teller(Tier tier, Path order) {
        String script = "trap 'echo %s >> %s; exit' TERM; echo up; while :; do sleep 0.1; done".formatted(tier, order);
        return shell(tier.name(), tier, script);
    }

    private static boolean told(Path log) {
        try {
            return Files.readString(log).startsWith("up");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
