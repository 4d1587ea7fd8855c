package io.feverline.ingest.kafka;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much of one topic may wait for the brokers at once, in records and in bytes. Safe for use by several threads. */
final class InFlight {
    private final int mostRecords;
    private final long mostBytes;
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    InFlight(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /** Takes room for all of them, or for none when there is not enough. */
    boolean take(int count, long size) {
        boolean fewEnough = records.addAndGet(count) <= mostRecords;
        boolean smallEnough = bytes.addAndGet(size) <= mostBytes;
        if (fewEnough && smallEnough) {
            return true;
        }
        giveBack(count, size);
        return false;
    }

    /** Gives back what was taken. */
    void giveBack(int count, long size) {
        records.addAndGet(-count);
        bytes.addAndGet(-size);
    }

    /** Whether it is worth while to find out how large so many records are. */
    boolean hasRoomFor(int count) {
        return records.get() + count <= mostRecords && bytes.get() < mostBytes;
    }

    int records() {
        return records.get();
    }

    long bytes() {
        return bytes.get();
    }
}
