package io.feverline.registry.bulletin;

import java.time.LocalDate;

/**
 * Which bulletin.
 *
 * @param area its code of GB/T 2260 or longer
 */
public record BulletinId(String area, LocalDate day) {
    /** As it stands in a URL and in the audit log. */
    @Override
    public String toString() {
        return area + "/" + day;
    }
}
