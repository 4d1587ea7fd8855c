package io.feverline.registry.bulletin;

import io.feverline.events.access.AreaScope;
import java.time.LocalDate;

/**
 * Which bulletin.
 *
 * @param area its code of GB/T 2260 or longer
 */
public record BulletinId(String area, LocalDate day) {
    /** Whether all of its area is in a scope: of a part alone the figures would be others. */
    public boolean isIn(AreaScope scope) {
        return scope.includes(AreaScope.of(area).prefix());
    }

    /** As it stands in a URL and in the audit log. */
    @Override
    public String toString() {
        return area + "/" + day;
    }
}
