package io.feverline.registry.followup;

import io.feverline.registry.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who works with follow-ups.
 *
 * @param official sees all of the area; a grid worker sees there what is theirs or nobody's
 */
public record Staff(Actor actor, boolean official) {
    /** The subject of a grid worker, by which what they may see is limited; null of an official. */
    @Nullable
    String worker() {
        return official ? null : actor.subject();
    }
}
