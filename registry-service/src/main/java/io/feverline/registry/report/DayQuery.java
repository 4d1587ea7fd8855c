package io.feverline.registry.report;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.time.LocalDate;

/**
 * Which of a day's reports are asked for.
 *
 * @param area a part of what the reader may see, or more than that
 * @param after the position after which the page begins; empty for the first
 */
public record DayQuery(Actor reader, LocalDate day, AreaScope area, String after, int limit) {
    Deed deed(Act act) {
        return new Deed(reader, act, day).with("area " + area.prefix());
    }
}
