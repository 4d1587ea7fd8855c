package io.feverline.gateway;

/**
 * Hears what becomes of readings, on the gateway's thread: return soon.
 *
 * <p>Each outcome is told before the reading leaves the disk. A process that is killed in between tells it again after
 * its restart, the other way round one would be lost.
 */
public interface Listener {

    /** Hears nothing. */
    Listener NONE = new Listener() {};

    /** The door has acknowledged it. */
    default void accepted(Queued reading) {}

    /**
     * The door has refused it for good.
     *
     * @param problem the last part of the problem's type, or the status
     */
    default void rejected(Queued reading, String problem) {}

    /** An attempt failed and will be repeated. */
    default void failed() {}

    /** The disk refuses, or this listener threw: the gateway has stopped sending, and takes no more. */
    default void broken(RuntimeException cause) {}
}
