package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.area.Area;
import org.jspecify.annotations.Nullable;

/** An area. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AreaView(
        String code, String level, String name, @Nullable String parent) {
    static AreaView of(Area area) {
        return new AreaView(area.code(), Names.of(area.level()), area.name(), area.parent());
    }
}
