package io.feverline.local.cli;

import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.JavaCommand;
import io.feverline.local.process.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The simulator's process: posts to checkpoint-ingest as the demo county's devices. */
record Simulator(LocalSystem system, SimulatorOptions options) {
    Child start() {
        List<String> arguments = new ArrayList<>(List.of(
                "--ingest", system.url(Service.CHECKPOINT_INGEST).toString(),
                "--devices", system.devices().toString(),
                "--ledger", ledger().toString()));
        arguments.addAll(options.arguments());
        return system.run(new ChildSpec(
                "simulator",
                Tier.SIMULATOR,
                new JavaCommand("96m").jar(Home.find().simulatorJar(), arguments),
                system.data().path(),
                log()));
    }

    /** What became of every reading. */
    Path ledger() {
        return system.data().path().resolve("ledger.csv");
    }

    Path log() {
        return system.log("simulator");
    }
}
