package io.feverline.alert.episode;

/** The second reading was normal. A fever after it is the second fever of the episode, and confirms it. */
public record Cleared(Course course) implements Episode {

    @Override
    public EpisodeState state() {
        return EpisodeState.CLEARED;
    }

    @Override
    public Episode with(Course next) {
        return new Cleared(next);
    }

    @Override
    public Episode onFever() {
        return new Confirmed(course);
    }

    @Override
    public Episode onNormal() {
        return this;
    }
}
