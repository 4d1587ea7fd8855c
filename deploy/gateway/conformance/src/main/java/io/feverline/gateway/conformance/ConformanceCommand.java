package io.feverline.gateway.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options, and the run from the first reading to the table. */
@Command(
        name = "gateway-conformance",
        mixinStandardHelpOptions = true,
        version = "Feverline gateway conformance",
        sortOptions = false,
        description = {
            "扮演 checkpoint-ingest 并按脚本出错，从外部判断设备是否合格。",
            "Plays checkpoint-ingest, misbehaves by a script, and judges a gateway from outside."
        },
        footer = {
            "",
            "让设备指向本机端口，使用给定密钥，全程约每秒测一次。",
            "Point the gateway at this port with this key, and let it measure about once a second all the time.",
            "退出码 exit code: 0 合格 passed, 1 不合格 failed, 2 证据不足或参数错误 too little seen, or wrong options."
        })
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8090",
            paramLabel = "PORT",
            description = "监听端口。 Port to listen at. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--key",
            defaultValue = "conformance-key",
            paramLabel = "KEY",
            description = "设备密钥。 The device's key. Default: ${DEFAULT-VALUE}.")
    String key = "conformance-key";

    @Option(
            names = "--outage",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "每次中断的秒数。 How long each outage lasts. Default: ${DEFAULT-VALUE}.")
    int outage;

    @Option(
            names = "--within",
            defaultValue = "15",
            paramLabel = "MINUTES",
            description = "脚本最长分钟数。 The script has to be through by then. Default: ${DEFAULT-VALUE}.")
    int within;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("called without picocli");
        }
        return run(spec.commandLine().getOut(), Pace.of(Duration.ofSeconds(outage)));
    }

    private int run(PrintWriter out, Pace pace) throws IOException, InterruptedException {
        try (ConformanceDoor door =
                new ConformanceDoor(new InetSocketAddress(port), key, pace, Clock.systemUTC(), step -> {
                    out.println("… " + step.words());
                    out.flush();
                })) {
            out.printf("等待设备 waiting for a gateway: http://localhost:%d, key %s%n", door.port(), key);
            out.flush();
            if (!door.play(Duration.ofMinutes(within))) {
                out.println("脚本未完成，请求不足 / the script did not come to its end: too few requests");
            }
            return tell(out, door.findings());
        }
    }

    private static int tell(PrintWriter out, List<Finding> findings) {
        out.println();
        findings.forEach(finding -> out.print(finding.text()));
        boolean failed = findings.stream().anyMatch(finding -> finding.result() == Finding.Result.FAIL);
        boolean missing = findings.stream().anyMatch(Finding::isMissing);
        out.println();
        out.println(
                failed
                        ? "✗ 不合格 / the gateway does not conform"
                        : missing ? "? 证据不足 / too little was seen" : "✔ 合格 / the gateway conforms");
        out.flush();
        return failed ? 1 : missing ? 2 : 0;
    }
}
