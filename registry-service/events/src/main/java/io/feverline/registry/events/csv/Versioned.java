package io.feverline.registry.events.csv;

/** A thing that changes as a whole, from version to version. */
public interface Versioned<R> {
    /** What it is found by. */
    String id();

    /** From 0 on. */
    long version();

    /** Whether it says what the other says, whatever the versions. */
    boolean says(R other);

    /** What it says as the version after another. */
    R after(R before);
}
