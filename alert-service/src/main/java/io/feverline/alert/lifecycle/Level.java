package io.feverline.alert.lifecycle;

/** Who has to know of an alert: first the checkpoint, and as long as nobody acknowledges it the levels above. */
public enum Level {
    CHECKPOINT,
    TOWNSHIP,
    COUNTY
}
