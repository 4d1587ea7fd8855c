package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test of a kind the same running system: starting it costs more than most tests. One runs at a time, so
 * that none takes a test's processor from it; {@link ClassesBySystem} sees to it that each kind starts once.
 */
abstract class OneSystem implements ParameterResolver {
    /** With what else the test run has, and ends with it. */
    abstract LocalSystem start(ExtensionContext.Store run);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var run = run(context);
        return run.computeIfAbsent(Running.class, type -> new Running(), Running.class)
                .of(this, run);
    }

    static ExtensionContext.Store run(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    }

    /** The one that runs, if one does. It ends with the test run. */
    private static final class Running implements AutoCloseable {
        private @Nullable Class<?> kind;
        private @Nullable LocalSystem system;

        LocalSystem of(OneSystem wanted, ExtensionContext.Store run) {
            LocalSystem running = system;
            if (running == null || kind != wanted.getClass()) {
                close();
                running = wanted.start(run);
                kind = wanted.getClass();
                system = running;
            }
            return running;
        }

        @Override
        public void close() {
            if (system != null) {
                system.close();
                system = null;
            }
        }
    }
}
