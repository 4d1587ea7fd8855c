package io.feverline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A shell that ends the children when this process ends in any way, {@code kill -9} included: it reads their process
 * ids from a pipe, and the pipe's end is this process's end.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            pids=
            garbage=
            while read -r verb what; do
              case $verb in
                watch) pids="$pids $what" ;;
                forget) kept=; for p in $pids; do [ "$p" = "$what" ] || kept="$kept $p"; done; pids=$kept ;;
                remove) garbage=$what ;;
                done) exit 0 ;;
              esac
            done
            [ -z "$pids" ] || kill -TERM $pids
            tries=0
            while [ -n "$pids" ] && kill -0 $pids && [ $tries -lt 10 ]; do sleep 1; tries=$((tries + 1)); done
            for p in $pids; do kill -KILL $p; done
            [ -z "$garbage" ] || rm -rf "$garbage"
            """;

    private final Process shell;
    private final Writer pipe;

    Watchdog() {
        try {
            shell = new ProcessBuilder(Detached.command("sh", "-c", SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pipe = shell.outputWriter(StandardCharsets.UTF_8);
    }

    void watch(long pid) {
        tell("watch " + pid);
    }

    void forget(long pid) {
        tell("forget " + pid);
    }

    /** Also removes that folder when this process ends without having closed the watchdog. */
    void removeAfterwards(Path folder) {
        tell("remove " + folder);
    }

    /** Sends the watchdog home: everything was stopped in order. */
    @Override
    public void close() {
        tell("done");
    }

    private synchronized void tell(String line) {
        if (!shell.isAlive()) {
            return;
        }
        try {
            pipe.write(line + '\n');
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog went away", e);
        }
    }
}
