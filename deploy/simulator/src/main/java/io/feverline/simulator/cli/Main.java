package io.feverline.simulator.cli;

import picocli.CommandLine;

/** Where the simulator starts. */
public final class Main {

    private Main() {}

    /** Runs the command line and exits with its code: 0 done, 1 it broke, 2 wrong options. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new SimulatorCommand())
                .registerConverter(java.time.Duration.class, Values::duration)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    String message = failure.getMessage();
                    command.getErr().println("simulator: " + (message == null ? failure.toString() : message));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }
}
