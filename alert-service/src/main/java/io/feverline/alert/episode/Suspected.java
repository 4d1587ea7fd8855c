package io.feverline.alert.episode;

/** One reading was over the threshold; a second is awaited. */
public record Suspected(Course course) implements Episode {

    @Override
    public EpisodeState state() {
        return EpisodeState.SUSPECTED;
    }

    @Override
    public Episode with(Course next) {
        return new Suspected(next);
    }

    @Override
    public Episode onFever() {
        return new Confirmed(course);
    }

    @Override
    public Episode onNormal() {
        return new Cleared(course);
    }
}
