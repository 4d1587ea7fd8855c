package io.feverline.simulator.plan;

import java.util.Iterator;
import java.util.List;

/**
 * A schedule: entries in the order of their time, made without looking at any answer.
 *
 * <p>A schedule that waits for answers slows down exactly when the system does, and so hides what it should measure
 * (coordinated omission).
 */
public interface Source {

    /** The entries, endless or not; each call begins anew with the same entries. */
    Iterator<Planned> schedule();

    /** What the reader of the summary should know about this source; may be empty. */
    List<String> remarks();
}
