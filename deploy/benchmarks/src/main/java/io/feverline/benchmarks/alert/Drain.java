package io.feverline.benchmarks.alert;

import static org.awaitility.Awaitility.await;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.load.ConsumerGroup;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.events.Topic;
import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.ServiceProcess;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.JavaCommand;
import io.feverline.local.process.Tier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * How fast alert-service drains a backlog, against a consumer that only decodes it. Both are JVMs of the same options,
 * one after the other, and both have drained others before: alert-service as many as made it faster, up to a handful.
 */
final class Drain {
    private static final String GROUP = "alert-service-detection";
    private static final int IN_BATCH = 100;
    private static final int FEVERISH_ONE_IN = 100;
    private static final int CONNECTIONS = 8;
    private static final int MOST_TIMES = 5;
    private static final double WORTH_WHILE = 1.05;
    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LocalSystem system;
    private final List<String> keys;
    private final PrintWriter out;

    Drain(LocalSystem system, List<String> keys, PrintWriter out) {
        this.system = system;
        this.keys = keys;
        this.out = out;
    }

    /** Has so many readings wait, and measures; again as long as that makes it faster. */
    Figure measure(long readings, double least) throws IOException, InterruptedException, ExecutionException {
        // Nothing else reads them, nor is there when they are read.
        system.service(Service.REGISTRY_SERVICE).stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
            var group = new ConsumerGroup(admin, GROUP, Topic.Name.READINGS);
            double drained = 0;
            for (int i = 0; i < MOST_TIMES; i++) {
                double again = drained(group, readings);
                out.printf(Locale.ROOT, "alert-service %,.0f/s%n", again);
                boolean warm = again < drained * WORTH_WHILE;
                drained = Math.max(drained, again);
                if (warm) {
                    break;
                }
            }
            double bare = bare(readings);
            out.printf(Locale.ROOT, "裸消费者 bare consumer %,.0f/s%n", bare);
            return Figure.atLeast(
                    String.format(Locale.ROOT, "积压消化 draining %,d readings, against a bare consumer", readings),
                    drained / bare,
                    least);
        } finally {
            system.service(Service.REGISTRY_SERVICE).start();
        }
    }

    private void fill(ConsumerGroup group, long wanted) throws InterruptedException, ExecutionException {
        var bodies = new Travellers(FEVERISH_ONE_IN, IN_BATCH, AlertBenchmark.PEOPLE);
        try (var load = new Load(system.ports().ingest(), keys, bodies, CONNECTIONS)) {
            while (group.end() < wanted) {
                load.requestsPerSecond(SLICE);
            }
            load.requireNoFailure("checkpoint-ingest");
        }
    }

    private double bare(long counted) throws IOException, InterruptedException {
        Path log = system.log("bare-consumer");
        Child child = system.run(new ChildSpec(
                "bare-consumer",
                Tier.SIMULATOR,
                new JavaCommand(AlertBenchmark.HEAP)
                        .mainClass(
                                Home.find().root().resolve("deploy/benchmarks/target/benchmarks.jar"),
                                BareConsumer.class,
                                system.bootstrapServers(),
                                Long.toString(counted)),
                system.data().path(),
                log));
        child.expectEnd();
        await("the bare consumer").atMost(PATIENCE).until(() -> !child.isAlive());
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(BareConsumer.RATE))
                .map(line -> line.substring(BareConsumer.RATE.length()).split(" ", 2)[0])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new IOException("the bare consumer failed: " + log));
    }

    /**
     * By what the group has committed; the first tenth is not counted, as for the other. Meanwhile the service is held
     * where it is, and with it the code that it has compiled.
     */
    private double drained(ConsumerGroup group, long readings) throws InterruptedException, ExecutionException {
        ServiceProcess alerts = system.service(Service.ALERT_SERVICE);
        alerts.pause();
        long start = group.committed();
        try {
            fill(group, group.end() + readings);
        } finally {
            alerts.resume();
        }
        long end = group.end();
        long from = group.awaitCommitted(start + (end - start) / 10, PATIENCE);
        long began = System.nanoTime();
        group.awaitCommitted(end, PATIENCE);
        return (end - from) / ((System.nanoTime() - began) / 1e9);
    }
}
