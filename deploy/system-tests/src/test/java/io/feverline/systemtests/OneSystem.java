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
    abstract LocalSystem start();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Running.class, type -> new Running(), Running.class)
                .of(this);
    }

    /** The one that runs, if one does. It ends with the test run. */
    private static final class Running implements AutoCloseable {
        private @Nullable Class<?> kind;
        private @Nullable LocalSystem system;

        LocalSystem of(OneSystem wanted) {
            LocalSystem running = system;
            if (running == null || kind != wanted.getClass()) {
                close();
                running = wanted.start();
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
