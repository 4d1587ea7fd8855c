package io.feverline.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The checkout that the system runs from.
 *
 * @param root the folder that holds deploy/
 */
public record Home(Path root) {
    /**
     * The checkout: the system property {@code feverline.home}, else the working directory or the nearest folder above
     * it that is one.
     *
     * @throws LocalProblem if there is none
     */
    public static Home find() {
        String given = System.getProperty("feverline.home");
        Path start = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
        for (@Nullable Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("deploy/local/pom.xml"))) {
                return new Home(at);
            }
        }
        throw new LocalProblem(
                "在 %s 找不到 Feverline：请在检出目录中运行 deploy/up。 No Feverline checkout at or above %s: run deploy/up from one."
                        .formatted(start, start));
    }

    /** What a service is started from. */
    public Path serviceJar(Service service) {
        return built(root.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The scripts that make a service's database what it is. */
    public Path migrations(Database database) {
        return root.resolve(database.service().folder()).resolve("src/main/resources/db/migration");
    }

    /** What the simulator is started from. */
    public Path simulatorJar() {
        return built(root.resolve("deploy/simulator/target/simulator.jar"));
    }

    /** What the Kafka broker is started from. */
    public Path launcherJar() {
        return built(root.resolve("deploy/local/target/local.jar"));
    }

    /** Caches and the state of running systems; not under version control. */
    public Path state() {
        return root.resolve(".feverline");
    }

    private static Path built(Path jar) {
        if (!Files.exists(jar)) {
            throw new LocalProblem(
                    "尚未构建 %s：请运行 deploy/up，或 mvn -DskipTests package。 %s is not built: run deploy/up, or mvn -DskipTests package."
                            .formatted(jar, jar));
        }
        return jar;
    }
}
