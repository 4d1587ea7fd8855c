package io.feverline.gateway.conformance;

import picocli.CommandLine;

/** Where the test starts. */
public final class Main {

    private Main() {}

    /** Plays the script and exits: 0 the gateway passed, 1 it did not, 2 too little was seen, or wrong options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ConformanceCommand()).execute(args));
    }
}
