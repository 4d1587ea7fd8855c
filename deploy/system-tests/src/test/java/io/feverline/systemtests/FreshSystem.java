package io.feverline.systemtests;

import io.feverline.local.LocalOptions;
import io.feverline.local.LocalProblem;
import io.feverline.local.LocalSystem;
import io.feverline.local.Ports;
import io.feverline.local.Progress;
import io.feverline.local.Service;
import java.util.Map;
import java.util.logging.Logger;

/** Starts systems of the tests' own. */
final class FreshSystem {
    private static final Logger LOG = Logger.getLogger(FreshSystem.class.getName());

    private FreshSystem() {}

    /** One with the demo county, on ports that nobody uses. */
    static LocalSystem start() {
        var servers = ContainerSwitch.ofThisRun().on() ? new Containers() : null;
        return LocalSystem.start(LocalOptions.temporary(freePorts()).with(servers), Progress.silent());
    }

    /**
     * The same with a service that is told more, and with servers that can be killed also where there are containers.
     */
    static LocalSystem start(Service service, Map<String, String> settings) {
        return start(Map.of(service, settings));
    }

    /** The same with several. */
    static LocalSystem start(Map<Service, Map<String, String>> settings) {
        var options = LocalOptions.temporary(freePorts());
        for (var each : settings.entrySet()) {
            options = options.with(each.getKey(), each.getValue());
        }
        return LocalSystem.start(options, Progress.silent());
    }

    /** Below the range that outgoing connections take theirs from, so that none is taken between look and use. */
    private static Ports freePorts() {
        for (int base = 20_080; base < 32_000; base += 100) {
            try {
                var ports = new Ports(base);
                ports.requireFree();
                return ports;
            } catch (LocalProblem inUse) {
                LOG.fine(inUse.getMessage());
            }
        }
        throw new IllegalStateException("no free ports between 20080 and 32000");
    }
}
