package io.feverline.alert.episode;

/** The name of an episode's state, for those who store or tell it. */
public enum EpisodeState {
    SUSPECTED,
    CONFIRMED,
    CLEARED
}
