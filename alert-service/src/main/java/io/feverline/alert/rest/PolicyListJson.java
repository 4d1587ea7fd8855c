package io.feverline.alert.rest;

import io.feverline.alert.rule.AdoptedPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All versions of the screening policy. */
@Schema(name = "PolicyList")
public record PolicyListJson(
        @Schema(required = true, description = "The one that comes into force last first; the default is the last.")
        List<PolicyJson> items) {

    static PolicyListJson of(List<AdoptedPolicy> adopted) {
        return new PolicyListJson(Stream.concat(adopted.stream().map(PolicyJson::of), Stream.of(PolicyJson.ofDefault()))
                .toList());
    }
}
