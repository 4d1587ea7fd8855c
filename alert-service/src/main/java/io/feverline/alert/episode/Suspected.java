package io.feverline.alert.episode;

/** One reading was over the threshold; the traveller rests, and a second reading is awaited. */
public record Suspected() implements Standing {

    @Override
    public EpisodeState state() {
        return EpisodeState.SUSPECTED;
    }

    @Override
    public Standing onFever() {
        return new Confirmed();
    }

    @Override
    public Standing onNormal() {
        return new Cleared();
    }

    @Override
    public Standing onWindowEnd() {
        return new Expired();
    }
}
