package io.feverline.alert.lifecycle;

/** What people have done about an alert so far. */
public enum AlertState {
    OPEN
}
