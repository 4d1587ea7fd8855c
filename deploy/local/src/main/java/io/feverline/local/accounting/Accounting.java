package io.feverline.local.accounting;

import io.feverline.local.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The account of one simulation; made before it begins, for what is there already is none of its business. */
public final class Accounting {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** A row too many may come late: the counts must have stood still so long before they are believed. */
    private static final int LOOKS_WITHOUT_CHANGE = 5;

    private final Databases databases;
    private final Path ledger;
    private final Set<UUID> before;

    /** Notes what the databases hold now. */
    public Accounting(LocalSystem system, Path ledger) {
        this.databases = new Databases(system);
        this.ledger = ledger;
        this.before = new HashSet<>(databases.passages());
        before.addAll(databases.feverishEpisodeReadings());
        before.removeAll(LedgerFile.read(ledger).keySet());
    }

    /** Waits until the databases agree with the ledger and stand still, or no longer move, and tells how it is. */
    public Summary settle() {
        Map<UUID, LedgerLine> lines = LedgerFile.read(ledger);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Summary last = look(lines);
        int unchanged = 0;
        while (System.nanoTime() < deadline && !(last.agrees() && unchanged >= LOOKS_WITHOUT_CHANGE)) {
            Summary now = CompletableFuture.supplyAsync(
                            () -> look(lines), CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS))
                    .join();
            unchanged = now.equals(last) ? unchanged + 1 : 0;
            last = now;
        }
        return last;
    }

    private Summary look(Map<UUID, LedgerLine> lines) {
        Collection<LedgerLine> all = lines.values();
        Set<UUID> maybe = ids(all, line -> line.outcome().equals("unknown"));
        Set<UUID> ok = ids(all, LedgerLine::ok);
        return new Summary(
                all.size(),
                ok.size(),
                ids(all, line -> line.outcome().equals("rejected")).size(),
                maybe.size(),
                Match.of(ok, maybe, sinceBefore(databases.passages())),
                Match.of(ids(all, LedgerLine::feverish), maybe, sinceBefore(databases.feverishEpisodeReadings())));
    }

    private List<UUID> sinceBefore(List<UUID> found) {
        return found.stream().filter(id -> !before.contains(id)).toList();
    }

    private static Set<UUID> ids(Collection<LedgerLine> lines, Predicate<LedgerLine> which) {
        return lines.stream().filter(which).map(LedgerLine::id).collect(Collectors.toSet());
    }
}
