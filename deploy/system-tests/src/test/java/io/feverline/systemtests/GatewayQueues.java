package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that gateways keep readings in, as a process that was killed has left them. */
record GatewayQueues(Path folder) {
    private static final Pattern PUT = Pattern.compile("[0-9a-f]{8} \\{\"put\":\"([0-9a-f-]{36})\"");
    private static final Pattern DONE = Pattern.compile("[0-9a-f]{8} \\{\"done\":\"([0-9a-f-]{36})\"");

    /** Readings that a gateway had promised to keep. */
    Set<UUID> kept() {
        return ids(PUT);
    }

    /** Readings that no gateway has let go of yet. */
    Set<UUID> waiting() {
        Set<UUID> waiting = kept();
        waiting.removeAll(ids(DONE));
        return waiting;
    }

    private Set<UUID> ids(Pattern event) {
        Set<UUID> ids = new HashSet<>();
        for (Path file : files()) {
            String text = text(file);
            event.matcher(text.substring(0, text.lastIndexOf('\n') + 1))
                    .results()
                    .forEach(found -> ids.add(UUID.fromString(found.group(1))));
        }
        return ids;
    }

    /** As if the kill had come while each file's last line was written once more: so much of it is there. */
    void tear(double share) {
        for (Path file : files()) {
            byte[] line =
                    text(file).lines().reduce("", (first, second) -> second).getBytes(StandardCharsets.UTF_8);
            try (var end = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                end.write(line, 0, (int) (line.length * share));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".queue")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As far as it is written: what writes it may be in the middle of a character. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
