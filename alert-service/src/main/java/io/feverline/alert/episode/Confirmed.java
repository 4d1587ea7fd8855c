package io.feverline.alert.episode;

/** A second reading was over the threshold. One normal reading does not undo two fevers: that is for people to decide. */
public record Confirmed(Course course) implements Episode {

    @Override
    public EpisodeState state() {
        return EpisodeState.CONFIRMED;
    }

    @Override
    public Episode with(Course next) {
        return new Confirmed(next);
    }

    @Override
    public Episode onFever() {
        return this;
    }

    @Override
    public Episode onNormal() {
        return this;
    }
}
