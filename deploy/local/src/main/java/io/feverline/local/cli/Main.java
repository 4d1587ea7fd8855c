package io.feverline.local.cli;

import io.feverline.local.LocalProblem;
import io.feverline.local.Ports;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import picocli.CommandLine;

/** Where {@code deploy/up} starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and exits with its code: 0 done, 1 it could not run, 2 wrong options. */
    public static void main(String[] arguments) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    /** The command line, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new UpCommand())
                .registerConverter(Duration.class, Converters::duration)
                .registerConverter(Ports.class, text -> Converters.said(() -> new Ports(Integer.parseInt(text))))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof LocalProblem) {
                        command.getErr().println("✗ " + failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }
}
