package io.feverline.alert.episode;

/** The second reading was normal. A fever after it is the second fever of the episode, and confirms it. */
public record Cleared() implements Standing {

    @Override
    public EpisodeState state() {
        return EpisodeState.CLEARED;
    }

    @Override
    public Standing onFever() {
        return new Confirmed();
    }

    @Override
    public Standing onNormal() {
        return this;
    }

    @Override
    public Standing onWindowEnd() {
        return this;
    }
}
