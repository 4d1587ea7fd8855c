package io.feverline.registry.passage;

import io.feverline.registry.keyregion.Arrivals;
import io.feverline.registry.keyregion.Origin;
import io.feverline.registry.passage.Seen.Seal;
import io.feverline.registry.postgres.Columns;
import io.feverline.registry.sequence.GapLedger;
import io.feverline.registry.sequence.Numbered;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores passages, each exactly once however often it comes. All that a batch says is written in one transaction; its
 * rows are locked in the order receipts, travellers, vehicles, passages, tallies, arrivals, follow-ups, devices, and by key
 * within each, so concurrent batches wait for each other but never in a circle.
 */
@ApplicationScoped
public class PassageStore {
    private final Pool pool;
    private final PassagePartitions partitions;
    private final Receipts receipts;
    private final Arrivals arrivals;
    private final GapLedger ledger;

    PassageStore(Pool pool, PassagePartitions partitions, Receipts receipts, Arrivals arrivals, GapLedger ledger) {
        this.pool = pool;
        this.partitions = partitions;
        this.receipts = receipts;
        this.arrivals = arrivals;
        this.ledger = ledger;
    }

    /** Stores a batch as a whole, or fails and has stored nothing. */
    public Uni<Stored> store(List<Passage> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(new Stored(0, 0, 0));
        }
        return partitions
                .ensure(batch.stream().map(Passage::measuredAt).toList())
                .chain(() -> pool.withTransaction(
                        transaction -> receipts.claim(transaction, batch).chain(claims -> store(transaction, claims))));
    }

    /** Readings that are known already change nothing but the ledger: all that they say is there. */
    private Uni<Stored> store(SqlConnection transaction, Claims claims) {
        List<Passage> fresh = claims.fresh();
        return travellers(transaction, Seen.in(fresh, Passage::traveller))
                .chain(travellers -> vehicles(transaction, Seen.in(fresh, Passage::vehicle))
                        .chain(vehicles -> insert(transaction, fresh, travellers, vehicles)))
                .call(() -> arrivals.judge(transaction, origins(fresh)))
                .call(() -> ledger.enter(transaction, numbered(claims)))
                .map(inserted -> new Stored(inserted, claims.duplicates() + fresh.size() - inserted, claims.reused()));
    }

    /** Of those that tell of one. */
    private static List<Origin> origins(List<Passage> passages) {
        var origins = new ArrayList<Origin>();
        for (Passage passage : passages) {
            TravellerSighting traveller = passage.traveller();
            VehicleSighting vehicle = passage.vehicle();
            String area = traveller == null ? null : traveller.originArea();
            if (area != null || vehicle != null) {
                origins.add(new Origin(
                        passage.readingId(),
                        passage.measuredAt(),
                        passage.place().checkpointId(),
                        passage.place().areaCode(),
                        traveller == null ? null : traveller.token(),
                        area,
                        traveller == null ? null : traveller.destinationArea(),
                        vehicle == null ? null : vehicle.token(),
                        vehicle == null ? null : vehicle.platePrefix()));
            }
        }
        return origins;
    }

    private static List<Numbered> numbered(Claims claims) {
        var numbered = new ArrayList<Numbered>(claims.fresh().size());
        claims.fresh().forEach(passage -> number(passage, true, numbered));
        claims.repeated().forEach(passage -> number(passage, false, numbered));
        return numbered;
    }

    private static void number(Passage passage, boolean fresh, List<Numbered> into) {
        Place place = passage.place();
        Long seq = place.seq();
        String bootId = place.bootId();
        if (seq != null && bootId != null) {
            into.add(new Numbered(place.deviceId(), bootId, seq, passage.receivedAt(), fresh));
        }
    }

    private static Uni<Map<String, UUID>> travellers(
            SqlConnection transaction, List<Seen<TravellerSighting>> travellers) {
        var columns = seen(travellers)
                .text(seen -> seen.known().documentType())
                .bool(seen -> seen.known().documentValid())
                .bool(seen -> seen.known().phoneValid())
                .text(seen -> seen.known().originArea())
                .text(seen -> seen.known().destinationArea());
        return ids(transaction, travellers, columns, PassageSql.UPSERT_TRAVELLERS, PassageSql.TRAVELLERS);
    }

    private static Uni<Map<String, UUID>> vehicles(SqlConnection transaction, List<Seen<VehicleSighting>> vehicles) {
        var columns = seen(vehicles)
                .text(seen -> seen.known().platePrefix())
                .bool(seen -> seen.known().plateValid())
                .text(seen -> seen.known().kind());
        return ids(transaction, vehicles, columns, PassageSql.UPSERT_VEHICLES, PassageSql.VEHICLES);
    }

    /**
     * Writes what was seen, and gives the ids by token. Of whom nothing newer is told nothing is written, and so nothing
     * is named: they are looked for, in a statement of its own, which also sees whom another transaction has just added.
     */
    private static <S extends Sighting<S>> Uni<Map<String, UUID>> ids(
            SqlConnection transaction, List<Seen<S>> seen, Columns<Seen<S>> columns, String upsert, String find) {
        var ids = new HashMap<String, UUID>();
        if (seen.isEmpty()) {
            return Uni.createFrom().item(ids);
        }
        return transaction
                .preparedQuery(upsert)
                .execute(columns.tuple())
                .invoke(written -> put(written, ids))
                .chain(() -> {
                    String[] others = seen.stream()
                            .map(Seen::token)
                            .filter(token -> !ids.containsKey(token))
                            .toArray(String[]::new);
                    return others.length == 0
                            ? Uni.createFrom().item(ids)
                            : transaction
                                    .preparedQuery(find)
                                    .execute(Tuple.of(others))
                                    .invoke(found -> put(found, ids))
                                    .replaceWith(ids);
                });
    }

    private static void put(RowSet<Row> rows, Map<String, UUID> ids) {
        rows.forEach(row -> ids.put(row.getString("token"), row.getUUID("id")));
    }

    /** How many were not there; one whose receipt was forgotten may be. */
    private static Uni<Integer> insert(
            SqlConnection transaction, List<Passage> batch, Map<String, UUID> travellers, Map<String, UUID> vehicles) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var rows =
                batch.stream().sorted(Comparator.comparing(Passage::readingId)).toList();
        return transaction
                .preparedQuery(PassageSql.INSERT_PASSAGES)
                .execute(PassageColumns.of(rows, travellers, vehicles).tuple())
                .map(stored -> stored.iterator().next().getInteger("stored"));
    }

    private static <S extends Sighting<S>> Columns<Seen<S>> seen(List<Seen<S>> rows) {
        return Columns.of(rows)
                .text(Seen::token)
                .time(Seen::first)
                .time(Seen::last)
                .uuid(seen -> ofSeal(seen, Seal::readingId))
                .time(seen -> ofSeal(seen, Seal::at))
                .bytes(seen -> ofSeal(seen, seal -> seal.identity().bytes()))
                .bytes(seen -> ofSeal(seen, seal -> seal.identity().dataKey()));
    }

    private static <V> @Nullable V ofSeal(Seen<?> seen, Function<Seal, V> part) {
        Seal seal = seen.seal();
        return seal == null ? null : part.apply(seal);
    }
}
