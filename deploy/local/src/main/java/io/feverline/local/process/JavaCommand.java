package io.feverline.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line that starts a small JVM: serial collector, first compiler only, short stacks. On two cores that starts
 * soonest and takes the least memory.
 */
public final class JavaCommand {
    /**
     * The system property by which whoever starts JVMs asks for those of a server that runs for long: the second
     * compiler takes minutes and tens of MiB, and then the same work costs two thirds.
     */
    public static final String BOTH_COMPILERS = "feverline.both-compilers";

    private final List<String> options = new ArrayList<>();

    /** With a largest heap, as {@code -Xmx} takes it. */
    public JavaCommand(String heap) {
        options.add(ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() ->
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        options.addAll(List.of(
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (Boolean.getBoolean(BOTH_COMPILERS) ? 4 : 1),
                "-Xss512k",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
    }

    /** With an option of the JVM. */
    public JavaCommand option(String option) {
        options.add(option);
        return this;
    }

    /** With a system property. */
    public JavaCommand property(String name, String value) {
        options.add("-D" + name + "=" + value);
        return this;
    }

    /** The command that runs a jar. */
    public List<String> jar(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** The command that runs a class from a class path. */
    public List<String> mainClass(Path classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-cp", classPath.toString(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
