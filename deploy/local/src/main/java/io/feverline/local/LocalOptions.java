package io.feverline.local;

import io.feverline.local.infra.Servers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one system is to be like.
 *
 * @param data folder that keeps its state over restarts; null for a temporary one that goes when the system stops
 * @param ports where it listens
 * @param heap the largest heap of each service's JVM but the door's, as {@code -Xmx} takes it
 * @param demo whether Shangli county is loaded
 * @param servers where database server and broker come from; null for processes of the system's own
 * @param settings what a service is told besides, by property
 */
public record LocalOptions(
        @Nullable Path data,
        Ports ports,
        String heap,
        boolean demo,
        @Nullable Servers servers,
        Map<Service, Map<String, String>> settings) {
    /** What {@code deploy/up} takes when nothing is said: 150 MB live data and room for bursts. */
    public static final String DEFAULT_HEAP = "224m";

    /** The door's, which has no database and bounds whatever it holds. */
    public static final String DOOR_HEAP = "160m";

    /** Refuses a heap that the JVM would not understand. */
    public LocalOptions {
        if (!heap.matches("[1-9][0-9]{0,8}[kKmMgG]")) {
            throw new LocalProblem(
                    "--heap 形如 224m 或 1g。 --heap %s is no size: write it like 224m or 1g.".formatted(heap));
        }
    }

    /** One with servers of its own. */
    public LocalOptions(@Nullable Path data, Ports ports, String heap, boolean demo) {
        this(data, ports, heap, demo, null, Map.of());
    }

    /** A temporary system with the demo county. */
    public static LocalOptions temporary(Ports ports) {
        return new LocalOptions(null, ports, DEFAULT_HEAP, true);
    }

    /** The same with servers from elsewhere. */
    public LocalOptions with(@Nullable Servers otherServers) {
        return new LocalOptions(data, ports, heap, demo, otherServers, settings);
    }

    /** The same with a service that is told more. */
    public LocalOptions with(Service service, Map<String, String> more) {
        var all = new EnumMap<Service, Map<String, String>>(Service.class);
        all.putAll(settings);
        all.put(service, more);
        return new LocalOptions(data, ports, heap, demo, servers, all);
    }
}
