package io.feverline.simulator.cli;

import io.feverline.simulator.people.Crowd;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Source;
import io.feverline.simulator.replay.ArrivalPattern;
import io.feverline.simulator.replay.Replay;
import io.feverline.simulator.replay.Subject;
import io.feverline.simulator.replay.ThermographyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is posted.
 *
 * @param rate readings per second
 * @param length null: endless, and for a replay what the rate makes of the file
 */
record Sources(List<Device> devices, double rate, @Nullable Duration length, long seed, String run) {

    private static final Duration ENDLESS = Duration.ofDays(3_650);

    /**
     * The source that the options ask for.
     *
     * @param replay null: generated people
     * @param arrivals null: the file that lies beside the replay's folder
     * @throws IOException when a file cannot be used
     */
    Source of(@Nullable Path replay, @Nullable Path arrivals, double prevalence, double documents) throws IOException {
        if (replay == null) {
            Duration time = length == null ? ENDLESS : length;
            return new Crowd(devices, rate, time, prevalence, documents, seed, run);
        }
        ThermographyFile file = ThermographyFile.read(existing(replay));
        if (file.subjects().isEmpty()) {
            throw new IOException(replay + " holds nobody with a usable reading");
        }
        int readings = file.subjects().stream().mapToInt(Subject::readings).sum();
        Duration time = length == null ? Duration.ofMillis((long) (readings / rate * 1_000)) : length;
        Path pattern = arrivals == null ? beside(replay) : arrivals;
        return new Replay(file, ArrivalPattern.read(existing(pattern)), devices, time, seed, run);
    }

    private static Path beside(Path replay) {
        return replay.toAbsolutePath()
                .normalize()
                .resolve("../../arrivals/metro_i94_hourly.csv")
                .normalize();
    }

    private static Path existing(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("no readable file " + file + "; --replay and --arrivals say where they are");
        }
        return file;
    }
}
