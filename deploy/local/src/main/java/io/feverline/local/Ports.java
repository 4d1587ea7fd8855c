package io.feverline.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The ports of one system, side by side.
 *
 * @param base checkpoint-ingest's port; the six after it belong to the others
 */
public record Ports(int base) {
    /** What {@code deploy/up} takes when nothing is said. */
    public static final int DEFAULT_BASE = 8080;

    /** Refuses a base that leaves no room, or that only root may use. */
    public Ports {
        if (base < 1024 || base > 65529) {
            throw new LocalProblem(
                    "--port-base 须在 1024 至 65529 之间。--port-base %d must lie between 1024 and 65529.".formatted(base));
        }
    }

    public int ingest() {
        return base;
    }

    public int alert() {
        return base + 1;
    }

    public int registry() {
        return base + 2;
    }

    public int openId() {
        return base + 3;
    }

    public int postgres() {
        return base + 4;
    }

    public int kafka() {
        return base + 5;
    }

    public int kafkaController() {
        return base + 6;
    }

    /**
     * Makes sure that nobody else listens, before anything is started.
     *
     * @throws LocalProblem naming the first port in use and what wanted it
     */
    public void requireFree() {
        byName().forEach((name, port) -> {
            if (inUse(port)) {
                throw new LocalProblem(("端口 %d（%s）已被占用：请停止占用它的程序，或用 --port-base 换一组端口。 Port %d, for %s, is in use:"
                                + " stop what listens there (lsof -i :%d shows it), or choose others with"
                                + " --port-base.")
                        .formatted(port, name, port, name, port));
            }
        });
    }

    /**
     * The first port after these and after another that nobody listens on.
     *
     * @throws LocalProblem if there is none
     */
    int freeAfter(int last) {
        return IntStream.rangeClosed(Math.max(last, kafkaController()) + 1, 65_535)
                .filter(port -> !inUse(port))
                .findFirst()
                .orElseThrow(() -> new LocalProblem("没有空闲端口。 There is no free port after %d.".formatted(last)));
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("checkpoint-ingest", ingest());
        all.put("alert-service", alert());
        all.put("registry-service", registry());
        all.put("OpenID", openId());
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka controller", kafkaController());
        return all;
    }

    private static boolean inUse(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
