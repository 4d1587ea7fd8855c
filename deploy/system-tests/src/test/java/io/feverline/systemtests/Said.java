package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What one of the scripts in deploy/ said, on both streams, and how it ended. */
record Said(String text, int exitCode) {
    /** Runs a script from the checkout, with the password of the system's databases. */
    static Said by(LocalSystem system, String... script) {
        var command = new ProcessBuilder(script);
        command.directory(Path.of("../..").toFile()).redirectErrorStream(true);
        command.environment().put("PGPASSWORD", system.databasePassword());
        try {
            Process process = command.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(text, process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
