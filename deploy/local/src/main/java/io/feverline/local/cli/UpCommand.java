package io.feverline.local.cli;

import io.feverline.local.Home;
import io.feverline.local.LocalOptions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Ports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code deploy/up} and what follows from them. */
@Command(
        name = "deploy/up",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "在本机启动整个系统：PostgreSQL、Kafka、登录服务、三个服务、上栗县演示数据和模拟器。",
            "Starts the whole system on this machine: PostgreSQL, Kafka, an OpenID provider, the three services,"
                    + " Shangli county as a demonstration, and the simulator. Ctrl-C stops all of it."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已停止，或 --for 结束且账目一致 stopped, or --for has ended and the counts agree",
            "1:无法运行，或账目不一致 could not run, or the counts differ",
            "2:选项有误 wrong options"
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "保留数据的目录。 Keeps state over restarts; without it a temporary folder.")
    @Nullable
    Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "8080",
            description = "起始端口，共用七个。 First of seven ports. Default: ${DEFAULT-VALUE}.")
    Ports ports = new Ports(Ports.DEFAULT_BASE);

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = LocalOptions.DEFAULT_HEAP,
            description = {
                "每个服务（入口服务除外，其为 160m）的最大堆。",
                "Largest heap of each service but the door, which has 160m. Default: ${DEFAULT-VALUE}."
            })
    String heap = LocalOptions.DEFAULT_HEAP;

    @Option(names = "--no-simulator", description = "不启动模拟器。 Starts no simulator.")
    boolean withoutSimulator;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10",
            description = "模拟器每秒读数。 Readings per second of the simulator. Default: ${DEFAULT-VALUE}.")
    double rate;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "回放真实体温数据。 Replays the people of an infrared study (FLIR_group1.csv).")
    @Nullable
    Path replay;

    @Option(
            names = "--arrivals",
            paramLabel = "FILE",
            description = "回放所依的逐时车流。 Hourly traffic by which they come (metro_i94_hourly.csv). Default:"
                    + " ../arrivals/metro_i94_hourly.csv from the study's folder.")
    @Nullable
    Path arrivals;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "模拟多久，之后对账并停止。 How long to simulate, such as 5m; then everything is counted, told and"
                    + " stopped.")
    @Nullable
    Duration length;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("called without picocli");
        }
        if (withoutSimulator && (replay != null || arrivals != null || length != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--replay、--arrivals 和 --for 需要模拟器。 --replay, --arrivals and --for are the simulator's: leave"
                            + " --no-simulator out.");
        }
        if (replay == null && arrivals != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--arrivals 需与 --replay 同用。 --arrivals says when the people of --replay come: give both.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = new Screen(out);
        LocalOptions options = new LocalOptions(data, ports, heap, true);
        SimulatorOptions simulation = new SimulatorOptions(rate, replay, arrivals, length);
        if (!withoutSimulator) {
            simulation.check();
            Home.find().simulatorJar();
        }
        LocalSystem system = LocalSystem.prepare(options, screen);
        return new Session(system, screen, withoutSimulator ? null : simulation).run();
    }
}
