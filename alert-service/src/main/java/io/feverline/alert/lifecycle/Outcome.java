package io.feverline.alert.lifecycle;

/** How a case ended, in the terms of China's case classification: ruled out, suspected, confirmed; or not known. */
public enum Outcome {
    RULED_OUT,
    OTHER_ILLNESS,
    SUSPECTED_CASE,
    CONFIRMED_CASE,
    LOST
}
