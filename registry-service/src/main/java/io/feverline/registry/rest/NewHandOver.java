package io.feverline.registry.rest;

import io.feverline.events.access.AreaScope;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An area has another code.
 *
 * @param from until now
 * @param to from now on; of the same level
 */
public record NewHandOver(
        @NotNull @Pattern(regexp = Shapes.AREA_CODE) String from,
        @NotNull @Pattern(regexp = Shapes.AREA_CODE) String to) {

    @SuppressWarnings("NullAway") // validation asks this also of what is not valid
    @AssertTrue(message = "from 与 to 须为同级的不同代码 / from and to are different codes of one level")
    @Schema(hidden = true)
    boolean isOfOneLevel() {
        return from == null
                || to == null
                || (!from.equals(to)
                        && AreaScope.of(from).prefix().length()
                                == AreaScope.of(to).prefix().length());
    }
}
