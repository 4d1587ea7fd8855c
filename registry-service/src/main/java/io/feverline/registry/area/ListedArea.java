package io.feverline.registry.area;

import io.feverline.registry.events.csv.Versioned;

/** An area of a version. */
public record ListedArea(Area area, long version) implements Versioned<ListedArea> {
    @Override
    public String id() {
        return area.code();
    }

    @Override
    public boolean says(ListedArea other) {
        return area.equals(other.area);
    }

    @Override
    public ListedArea after(ListedArea before) {
        return new ListedArea(area, before.version + 1);
    }
}
