package io.feverline.gateway;

import java.io.IOException;

/**
 * The queue holds as much as it may: the reading was not kept, and whoever measured has to be told. What waits already
 * stays: the oldest unsent fever is worth as much as the newest.
 */
public final class QueueFullException extends IOException {

    QueueFullException(long bytes) {
        super("the queue is full: its readings take all of the " + bytes + " bytes that it may have");
    }
}
