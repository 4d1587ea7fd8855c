package io.feverline.ingest.device;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows whoever comes without a live key again and again. It asks for patience and keeps nobody out: devices behind one
 * address must not suffer from a broken neighbour, so a live key never comes here. Against guessing a key's 256 bits
 * are the defence; this one keeps a misconfigured gateway, or a scanner, from costing more than it must.
 */
public final class FailedKeys {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Failures CLEAN = new Failures(0, Instant.EPOCH, Duration.ZERO);

    private final int tolerated;
    private final Duration quiet;
    private final Duration longestPause;
    private final Map<String, Failures> byAddress;

    /**
     * Nobody has failed yet.
     *
     * @param tolerated failures of one address without a pause
     * @param quiet after so long without a failure, or after a pause, all is forgotten
     * @param longestPause which the pause doubles up to
     * @param addresses how many are remembered
     */
    public FailedKeys(int tolerated, Duration quiet, Duration longestPause, int addresses) {
        this.tolerated = tolerated;
        this.quiet = quiet;
        this.longestPause = longestPause;
        this.byAddress = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > addresses;
            }
        };
    }

    /**
     * What an address has on its sheet.
     *
     * @param until when the pause ends; of a failure without a pause, when it was
     */
    private record Failures(int count, Instant until, Duration pause) {}

    /**
     * A request without a live key came.
     *
     * @return how long its sender is to wait, or zero when that is not asked yet
     */
    public synchronized Duration failed(String address, Instant now) {
        var before = byAddress.getOrDefault(address, CLEAN);
        if (now.isBefore(before.until())) {
            // Too early: it is told again, and not made to wait longer.
            return Duration.between(now, before.until());
        }
        if (Duration.between(before.until(), now).compareTo(quiet) >= 0) {
            before = CLEAN;
        }
        int count = before.count() + 1;
        Duration pause = count <= tolerated ? Duration.ZERO : longer(before.pause());
        byAddress.put(address, new Failures(Math.min(count, tolerated + 1), now.plus(pause), pause));
        return pause;
    }

    private Duration longer(Duration pause) {
        var longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        return longer.compareTo(longestPause) < 0 ? longer : longestPause;
    }
}
