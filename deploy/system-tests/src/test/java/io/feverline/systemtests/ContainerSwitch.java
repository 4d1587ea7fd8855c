package io.feverline.systemtests;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code -Dfeverline.containers=true|false|auto}: whether PostgreSQL and Kafka come from Docker. Auto, the default,
 * takes them from there when its socket is here and may be written to; Testcontainers is not asked, for without Docker
 * it would search for long.
 *
 * @param on whether they do
 */
record ContainerSwitch(boolean on) {
    private static final String UNIX = "unix://";
    private static final String USUAL_SOCKET = "/var/run/docker.sock";

    static ContainerSwitch ofThisRun() {
        return of(System.getProperty("feverline.containers"), System.getenv("DOCKER_HOST"));
    }

    /**
     * The switch as it stands.
     *
     * @param asked the property; null when it is not given
     * @param dockerHost where Docker listens, as its own tools are told; null for the usual socket
     */
    static ContainerSwitch of(@Nullable String asked, @Nullable String dockerHost) {
        return switch (asked == null ? "auto" : asked) {
            case "true" -> new ContainerSwitch(true);
            case "false" -> new ContainerSwitch(false);
            case "auto" -> new ContainerSwitch(Files.isWritable(socket(dockerHost)));
            default ->
                throw new IllegalArgumentException("-Dfeverline.containers is true, false or auto, not " + asked);
        };
    }

    private static Path socket(@Nullable String dockerHost) {
        return Path.of(
                dockerHost != null && dockerHost.startsWith(UNIX) ? dockerHost.substring(UNIX.length()) : USUAL_SOCKET);
    }
}
