package io.feverline.alert.episode;

/** The name of an episode's state, for those who store or tell it. */
public enum EpisodeState {
    SUSPECTED,
    CONFIRMED,
    CLEARED,
    EXPIRED,
    /** Not a state of its own: it turned out to be one with an earlier told episode, which goes on for both. */
    MERGED
}
