package io.feverline.local;

/** Where the launcher tells how far it is. Called from several threads. */
@FunctionalInterface
public interface Progress {
    /** One step is done or begun; a short line for a person. */
    void say(String line);

    /** Tells nobody: for tests. */
    static Progress silent() {
        return line -> {};
    }
}
