package io.feverline.benchmarks.door;

import io.feverline.benchmarks.load.Bodies;
import io.vertx.core.buffer.Buffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What gateways post. */
enum Payload implements Bodies {
    ANONYMOUS("匿名单条 one anonymous reading", 1, false),
    SEALED("实名单条 one with a traveller", 1, true),
    ANONYMOUS_BATCH("匿名百条 100 anonymous readings", 100, false),
    SEALED_BATCH("实名百条 100 with travellers", 100, true);

    private static final AtomicLong COUNTER = new AtomicLong();

    private final String title;
    private final int readings;
    private final boolean traveller;

    Payload(String title, int readings, boolean traveller) {
        this.title = title;
        this.readings = readings;
        this.traveller = traveller;
    }

    String title() {
        return title;
    }

    int readings() {
        return readings;
    }

    @Override
    public String path() {
        return readings == 1 ? "/v1/readings" : "/v1/readings/batch";
    }

    @Override
    public Buffer body(InstantSource clock) {
        String now = clock.instant().toString();
        if (readings == 1) {
            return Buffer.buffer(reading(now));
        }
        var batch = new StringBuilder(readings * 260).append('[');
        for (int i = 0; i < readings; i++) {
            batch.append(i == 0 ? "" : ",").append(reading(now));
        }
        return Buffer.buffer(batch.append(']').toString());
    }

    private String reading(String now) {
        long number = COUNTER.incrementAndGet();
        String head = "{\"id\":\"" + new UUID(0x018f6c1e7a3b7c55L, number) + "\",\"measuredAt\":\"" + now
                + "\",\"temperature\":36." + number % 10;
        return traveller
                ? head + ",\"traveller\":{\"documentType\":\"passport\",\"documentNumber\":\"E"
                        + (10_000_000 + number % 10_000)
                        + "\",\"name\":\"张三\",\"phone\":\"13612345678\",\"originArea\":\"420100\"}}"
                : head + "}";
    }
}
