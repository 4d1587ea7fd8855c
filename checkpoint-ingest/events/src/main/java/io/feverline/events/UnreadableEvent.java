package io.feverline.events;

/** The bytes are no event of a known schema version: a poison record. Its message never quotes the bytes. */
public final class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
