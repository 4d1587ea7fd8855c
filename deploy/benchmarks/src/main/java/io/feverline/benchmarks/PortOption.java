package io.feverline.benchmarks;

import io.feverline.local.Ports;
import picocli.CommandLine.Option;

/** Where what is measured listens; beside a system that {@code deploy/up} runs. */
public final class PortOption {
    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "19080",
            description = "起始端口，共用七个。 First of seven ports. Default: ${DEFAULT-VALUE}.")
    int base = 19_080;

    int base() {
        return base;
    }

    /** All of them. */
    public Ports ports() {
        return new Ports(base);
    }
}
