package io.feverline.alert.rest;

import io.feverline.alert.notify.Channel;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The channels of an area's units. */
@Schema(name = "ChannelList")
public record ChannelListJson(
        @Schema(required = true, description = "By unit.") List<ChannelJson> items) {

    static ChannelListJson of(List<Channel> channels) {
        return new ChannelListJson(channels.stream().map(ChannelJson::of).toList());
    }
}
