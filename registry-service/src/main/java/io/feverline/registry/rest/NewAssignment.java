package io.feverline.registry.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after somebody from now on, and where.
 *
 * @param assignee the subject of a grid worker; absent when it goes to the queue of an area
 * @param areaCode the grid cell, town or county; absent when it stays where it is
 */
public record NewAssignment(
        @Pattern(regexp = "[!-~]{1,255}") @Nullable String assignee,
        @Pattern(regexp = Shapes.AREA_CODE) @Nullable String areaCode) {

    @AssertTrue(message = "assignee 与 areaCode 至少须有一个 / assignee or areaCode is needed")
    @Schema(hidden = true)
    boolean isToSomebodyOrSomewhere() {
        return assignee != null || areaCode != null;
    }
}
