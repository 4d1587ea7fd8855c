package io.feverline.systemtests;

import io.feverline.local.LocalOptions;
import io.feverline.local.LocalProblem;
import io.feverline.local.LocalSystem;
import io.feverline.local.Ports;
import io.feverline.local.Progress;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test the same running system: starting it costs more than any test. It ends with the test run. */
final class SharedSystem implements ParameterResolver {
    private static final Logger LOG = Logger.getLogger(SharedSystem.class.getName());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(LocalSystem.class, type -> start(), LocalSystem.class);
    }

    private static LocalSystem start() {
        return LocalSystem.start(LocalOptions.temporary(freePorts()), Progress.silent());
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
