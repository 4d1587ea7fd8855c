package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.accounting.Accounting;
import io.feverline.local.accounting.Summary;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.JavaCommand;
import io.feverline.local.process.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gateways that post readings: the simulator's process, its ledger and the account of it. */
final class Traffic {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(4);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final LocalSystem system;
    private final Path devices;
    private final String name = "simulator-" + UUID.randomUUID();
    private final Path ledger;
    private final Accounting accounting;

    /**
     * Traffic that has not begun.
     *
     * @param devices who posts, as the simulator reads it
     */
    Traffic(LocalSystem system, Path devices) {
        this.system = system;
        this.devices = devices;
        this.ledger = system.data().path().resolve(name + ".csv");
        this.accounting = new Accounting(system, ledger);
    }

    /** Begins; what an earlier run left unanswered is sent first. */
    Child begin(List<String> options) {
        return begin(system.url(Service.CHECKPOINT_INGEST), options);
    }

    /** Begins before a door of the caller's choice, which need not be there. */
    Child begin(URI door, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--ingest", door.toString(),
                "--devices", devices.toString(),
                "--ledger", ledger.toString()));
        arguments.addAll(options);
        Child child = system.run(new ChildSpec(
                name,
                Tier.SIMULATOR,
                new JavaCommand("96m").jar(Home.find().simulatorJar(), arguments),
                system.data().path(),
                log()));
        child.expectEnd();
        return child;
    }

    /** Runs from the first reading to the last one's answer. */
    void run(List<String> options) {
        Child child = begin(options);
        await().atMost(LONGEST_RUN).until(() -> !child.isAlive());
        assertThat(child.exitCode()).as("the simulator's exit code; %s", log()).isZero();
    }

    /** Ends endless traffic, as Ctrl-C would, and sees to it that whatever was measured is answered. */
    void end(Child endless) {
        endless.stop(LONGEST_STOP);
        run(List.of("--rate", "1/s", "--for", "1s"));
    }

    /** What became of every reading so far. */
    Ledger ledger() {
        return Ledger.read(ledger);
    }

    /** The gateways' queues, which a killed run leaves as they are. */
    GatewayQueues queues() {
        return new GatewayQueues(Path.of(ledger + ".queue"));
    }

    /** The account, once the system has caught up. */
    Summary settle() {
        return accounting.settle();
    }

    Path log() {
        return system.log(name);
    }
}
