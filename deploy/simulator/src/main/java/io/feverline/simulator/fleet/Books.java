package io.feverline.simulator.fleet;

import io.feverline.gateway.Listener;
import io.feverline.gateway.Queued;
import io.feverline.simulator.ledger.Ledger;
import io.feverline.simulator.ledger.Outcome;
import io.feverline.simulator.ledger.QueuedReading;
import io.feverline.simulator.ledger.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What one gateway's readings came to: a line in the ledger, a count, a latency. On the fleet's thread alone. */
final class Books implements Listener {

    private final String deviceId;
    private final Ledger ledger;
    private final Tally tally;
    private final Consumer<RuntimeException> onFailure;
    /** When each was due, by {@link System#nanoTime()}; not of what an earlier run left. */
    private final Map<UUID, Long> dues = new HashMap<>();

    Books(String deviceId, Ledger ledger, Tally tally, Consumer<RuntimeException> onFailure) {
        this.deviceId = deviceId;
        this.ledger = ledger;
        this.tally = tally;
        this.onFailure = onFailure;
    }

    void due(UUID reading, long nanos) {
        dues.put(reading, nanos);
    }

    @Override
    public void accepted(Queued reading) {
        settled(reading, Outcome.OK, "");
    }

    @Override
    public void rejected(Queued reading, String problem) {
        settled(reading, Outcome.REJECTED, problem);
    }

    private void settled(Queued reading, Outcome outcome, String detail) {
        note(reading, outcome, detail);
        Long due = dues.remove(reading.id());
        if (due != null) {
            tally.latency(System.nanoTime() - due);
        }
    }

    private void note(Queued reading, Outcome outcome, String detail) {
        QueuedReading noted = Envelope.read(reading.note());
        ledger.note(noted, deviceId, outcome, detail);
        tally.settled(noted, outcome);
    }

    @Override
    public void failed() {
        tally.failed();
    }

    @Override
    public void broken(RuntimeException cause) {
        onFailure.accept(cause);
    }

    /** Nobody will answer any more for what is left. */
    void close(List<Queued> left) {
        left.forEach(reading -> note(reading, Outcome.UNKNOWN, ""));
    }
}
