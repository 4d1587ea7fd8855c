package io.feverline.local.infra;

/** A database server or a broker: a process of ours, or somebody else's container. */
public interface Server extends AutoCloseable {
    /**
     * Starts it, for the first time or after a kill with all that it had written, and returns when it takes
     * connections.
     */
    void start();

    /** Ends it as a power cut would. */
    void kill();

    /** Holds it where it is: connections to it stay open, and nobody answers on them. */
    void pause();

    /** Lets it go on after a pause. */
    void resume();

    /** Ends it for good. */
    @Override
    void close();
}
