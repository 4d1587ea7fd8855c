package io.feverline.alert.episode;

/**
 * Nobody rechecked in time, which is an alarm of its own. A recheck that was measured in time and comes in late still
 * counts.
 */
public record Expired() implements Standing {

    @Override
    public EpisodeState state() {
        return EpisodeState.EXPIRED;
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
        return this;
    }
}
