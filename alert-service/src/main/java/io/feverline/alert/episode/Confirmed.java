package io.feverline.alert.episode;

/**
 * A second reading was over the threshold. One normal reading does not undo two fevers: that is for people to decide.
 */
public record Confirmed() implements Standing {

    @Override
    public EpisodeState state() {
        return EpisodeState.CONFIRMED;
    }

    @Override
    public Standing onFever() {
        return this;
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
