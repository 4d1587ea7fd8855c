package io.feverline.registry.rights;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.ExportConfig;
import io.feverline.registry.events.audit.AuditRow;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.Worklist;
import io.feverline.registry.keyregion.Arrival;
import io.feverline.registry.keyregion.Arrivals;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.HistoryQuery;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.passage.PassageHistory.Of;
import io.feverline.registry.passage.PastPassage;
import io.feverline.registry.traveller.Identities;
import io.feverline.registry.traveller.IdentityAccess;
import io.feverline.registry.traveller.IdentityAccess.How;
import io.feverline.registry.traveller.Traveller;
import io.feverline.registry.traveller.Travellers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Gives a person's own data to hand over to them. */
@ApplicationScoped
public class DataExports {
    private static final int PAGE = 500;

    private final Pool pool;
    private final PassageHistory history;
    private final Travellers travellers;
    private final Identities identities;
    private final Worklist followUps;
    private final Arrivals arrivals;
    private final AuditLog audit;
    private final ExportConfig config;

    DataExports(
            Pool pool,
            PassageHistory history,
            Travellers travellers,
            Identities identities,
            Worklist followUps,
            Arrivals arrivals,
            AuditLog audit,
            ExportConfig config) {
        this.pool = pool;
        this.history = history;
        this.travellers = travellers;
        this.identities = identities;
        this.followUps = followUps;
        this.arrivals = arrivals;
        this.audit = audit;
        this.config = config;
    }

    /**
     * All that is kept of a traveller in the official's area. On record as what it is, and as an opening of the
     * identity, which it is too; fails with a {@link Rejection} if the traveller is none that the official may see, or
     * if the official has opened as many identities as one may.
     */
    public Uni<DataExport> export(UUID travellerId, Actor official, String purpose) {
        var query = new HistoryQuery(travellerId, official, null, null, null, PAGE);
        return pool.withTransaction(transaction -> begin(transaction, query, purpose))
                .chain(begun -> passages(query, new ArrayList<>())
                        .chain(passages -> audit.of(documents(begun.traveller()), acts())
                                .map(rows -> new DataExport(
                                        begun.traveller(),
                                        begun.identities(),
                                        passages,
                                        begun.followUps(),
                                        begun.arrivals(),
                                        openings(rows)))));
    }

    private record Begun(
            Traveller traveller, List<FollowUpDetail> followUps, List<Arrival> arrivals, List<String> identities) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    private Uni<Begun> begin(SqlConnection transaction, HistoryQuery query, String purpose) {
        return history.requireVisible(
                        transaction,
                        Of.TRAVELLER,
                        query.subject(),
                        query.reader().scope())
                .chain(() -> history.hasAtMost(transaction, config.rows(), Of.TRAVELLER, query))
                .invoke(few -> {
                    if (!few) {
                        throw new Rejection(
                                Reason.TOO_MANY_PASSAGES,
                                "超过 %1$d 条，请分期导出行踪 / more than %1$d passages: export the history in parts"
                                        .formatted(config.rows()));
                    }
                })
                .chain(() -> travellers.get(
                        transaction, query.subject(), query.reader().scope()))
                .chain(traveller -> followUps
                        .ofPerson(transaction, query.subject(), query.reader())
                        .chain(cared -> arrivals.ofPerson(
                                        transaction,
                                        query.subject(),
                                        query.reader().scope())
                                .chain(arrived -> identities(transaction, traveller, query.reader(), purpose)
                                        .map(identities -> new Begun(traveller, cared, arrived, identities)))))
                .call(() -> audit.append(
                        transaction,
                        new Deed(query.reader(), Act.TRAVELLER_DATA_EXPORT, query.subject()).purpose(purpose)));
    }

    private Uni<List<String>> identities(
            SqlConnection transaction, Traveller traveller, Actor official, String purpose) {
        return Multi.createFrom()
                .iterable(documents(traveller))
                .onItem()
                .transformToUniAndConcatenate(document -> identities
                        .open(transaction, new IdentityAccess(document, official, How.FULL, purpose))
                        .onFailure(DataExports::isUnavailable)
                        .recoverWithNull())
                .collect()
                .asList();
    }

    private static List<UUID> documents(Traveller traveller) {
        return Stream.concat(Stream.of(traveller.id()), traveller.merged().stream())
                .toList();
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof Rejection rejection && rejection.reason() == Reason.IDENTITY_UNAVAILABLE;
    }

    private Uni<List<PastPassage>> passages(HistoryQuery query, List<PastPassage> soFar) {
        return history.next(Of.TRAVELLER, query).chain(page -> {
            soFar.addAll(page.items());
            HistoryCursor next = page.next();
            return next == null ? Uni.createFrom().item(soFar) : passages(query.after(next), soFar);
        });
    }

    private static List<Act> acts() {
        return Stream.of(How.values()).map(How::act).toList();
    }

    private static List<DataExport.Opening> openings(List<AuditRow> rows) {
        return rows.stream()
                .map(row -> new DataExport.Opening(row.recordedAt(), How.of(row.act()), row.area()))
                .toList();
    }
}
