package io.feverline.alert.episode;

import java.util.List;

/**
 * One traveller's possible fever, from the reading that opened it to the end of its recheck window. The state is the
 * type; each owns its transitions.
 */
public sealed interface Episode permits Suspected, Confirmed, Cleared {

    Course course();

    EpisodeState state();

    Episode with(Course course);

    /** The state after another fever. */
    Episode onFever();

    /** The state after a normal reading. */
    Episode onNormal();

    /** Opens an episode by a feverish reading. */
    static Episode openedBy(Screened fever) {
        Course empty = new Course(fever.id(), fever.measuredAt(), List.of());
        return new Suspected(empty.plus(fever, EpisodeState.SUSPECTED));
    }

    /** The episode of {@code course}, as its last entry left it. */
    static Episode resumed(Course course) {
        List<Course.Entry> entries = course.entries();
        return switch (entries.get(entries.size() - 1).state()) {
            case SUSPECTED -> new Suspected(course);
            case CONFIRMED -> new Confirmed(course);
            case CLEARED -> new Cleared(course);
        };
    }

    /** Takes in a further reading; one that was too cold is noted and changes nothing. */
    default Episode taking(Screened reading) {
        Episode after = switch (reading.verdict()) {
            case FEVER -> onFever();
            case NORMAL -> onNormal();
            case INVALID_COLD -> this;
        };
        return after.with(course().plus(reading, after.state()));
    }
}
