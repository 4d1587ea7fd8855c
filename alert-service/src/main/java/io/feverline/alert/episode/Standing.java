package io.feverline.alert.episode;

/**
 * How an episode stands. The state is the type, and each owns its transitions: what another fever, a normal reading, or
 * the end of the recheck window makes of it. A reading that was too cold makes nothing of any.
 */
public sealed interface Standing permits Suspected, Confirmed, Cleared, Expired {

    EpisodeState state();

    /** After another fever. */
    Standing onFever();

    /** After a normal reading. */
    Standing onNormal();

    /** After the time for a recheck is over. */
    Standing onWindowEnd();

    /** After a reading. */
    default Standing on(Screened reading) {
        return switch (reading.verdict().kind()) {
            case FEVER -> onFever();
            case NORMAL -> onNormal();
            case INVALID_COLD -> this;
        };
    }
}
