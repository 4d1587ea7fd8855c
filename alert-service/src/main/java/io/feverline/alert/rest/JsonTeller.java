package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Probe;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Tells changes as JSON, and heartbeats as comments. */
record JsonTeller(Sse sse) implements AlertStream.Teller {
    @Override
    public OutboundSseEvent heartbeat(long seen) {
        return sse.newEventBuilder()
                .id(Long.toString(seen))
                .comment("heartbeat")
                .build();
    }

    @Override
    public OutboundSseEvent change(AlertChange change) {
        OutboundSseEvent.Builder event =
                sse.newEventBuilder().id(Long.toString(change.seq())).mediaType(MediaType.APPLICATION_JSON_TYPE);
        Probe probe = change.probe();
        if (probe != null) {
            return event.name("probe")
                    .data(ProbeJson.class, ProbeJson.of(probe))
                    .build();
        }
        DeviceAlert device = change.device();
        if (device != null) {
            return event.name("device")
                    .data(DeviceAlertJson.class, DeviceAlertJson.of(device))
                    .build();
        }
        Cluster cluster = change.cluster();
        return cluster == null
                ? event.name("alert")
                        .data(AlertJson.class, AlertJson.of(change.alert()))
                        .build()
                : event.name("cluster")
                        .data(ClusterJson.class, ClusterJson.of(cluster))
                        .build();
    }
}
