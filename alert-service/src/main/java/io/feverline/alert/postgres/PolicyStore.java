package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.Grades;
import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.SiteRule;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The county's screening policies: they are added to, and read. */
@ApplicationScoped
public class PolicyStore {
    private static final String ADD = """
            INSERT INTO screening_policy (
                effective_from, recheck_window, moderate_above, high_from, rules, clusters, devices, reason, adopted_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (effective_from) DO NOTHING
            RETURNING *""";
    private static final String ALL = "SELECT * FROM screening_policy ORDER BY effective_from DESC";
    private static final String CLUSTERS_IN_FORCE =
            "SELECT clusters FROM screening_policy WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1";
    private static final String UNPUBLISHED =
            "SELECT * FROM screening_policy WHERE published_at IS NULL ORDER BY number";
    private static final String PUBLISHED = "UPDATE screening_policy SET published_at = now() WHERE version = $1";

    private final Pool pool;

    PolicyStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Adopts a policy.
     *
     * @return it under its new name; empty when there is one that comes into force at the same moment
     */
    public Uni<Optional<AdoptedPolicy>> adopt(PolicyDraft draft, Instant effectiveFrom, String reason, String by) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(effectiveFrom.atOffset(ZoneOffset.UTC))
                        .addValue(Interval.of(draft.recheckWindow()))
                        .addInteger(draft.grades().moderateAbove())
                        .addInteger(draft.grades().highFrom())
                        .addJsonObject(json(draft.rules()))
                        .addJsonObject(json(draft.clusters()))
                        .addJsonObject(json(draft.devices()))
                        .addString(reason)
                        .addString(by))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** All that were adopted, the one that comes into force last first. */
    public Uni<List<AdoptedPolicy>> all() {
        return pool.query(ALL).execute().map(PolicyStore::list);
    }

    /** When fevers are a cluster by the policy that is in force then. */
    Uni<ClusterRules> clustersInForce(SqlClient client, Instant time) {
        return client.preparedQuery(CLUSTERS_IN_FORCE)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC)))
                .map(rows -> Statements.list(rows, row -> clusters(row.getJsonObject("clusters"))).stream()
                        .findFirst()
                        .orElse(ScreeningPolicy.DEFAULT.clusters()));
    }

    /** Those that are yet to be published. */
    public Uni<List<AdoptedPolicy>> unpublished() {
        return pool.query(UNPUBLISHED).execute().map(PolicyStore::list);
    }

    /** The brokers have it. */
    public Uni<Void> published(AdoptedPolicy policy) {
        return pool.preparedQuery(PUBLISHED)
                .execute(Tuple.of(policy.policy().version()))
                .replaceWithVoid();
    }

    private static List<AdoptedPolicy> list(RowSet<Row> rows) {
        return Statements.list(rows, PolicyStore::policy);
    }

    private static AdoptedPolicy policy(Row row) {
        return new AdoptedPolicy(
                new ScreeningPolicy(
                        row.getString("version"),
                        row.getOffsetDateTime("effective_from").toInstant(),
                        Duration.ofMillis(Math.round(row.get(Interval.class, "recheck_window")
                                        .toDuration()
                                        .toNanos()
                                / 1e6)),
                        new Grades(row.getInteger("moderate_above"), row.getInteger("high_from")),
                        rules(row.getJsonObject("rules")),
                        clusters(row.getJsonObject("clusters")),
                        devices(row.getJsonObject("devices"))),
                row.getString("reason"),
                row.getString("adopted_by"),
                row.getOffsetDateTime("adopted_at").toInstant());
    }

    private static JsonObject json(Map<Site, SiteRule> rules) {
        var json = new JsonObject();
        rules.forEach((site, rule) -> json.put(
                Words.of(site),
                new JsonObject()
                        .put("operator", Words.of(rule.operator()))
                        .put("threshold", rule.threshold())
                        .put("skinOffset", rule.skinOffset())
                        .put("coldUnder", rule.coldUnder())
                        .put("coldRoomUnder", rule.coldRoomUnder())));
        return json;
    }

    private static Map<Site, SiteRule> rules(JsonObject json) {
        var rules = new EnumMap<Site, SiteRule>(Site.class);
        for (String site : json.fieldNames()) {
            JsonObject rule = json.getJsonObject(site);
            rules.put(
                    Words.parse(Site.class, site),
                    new SiteRule(
                            Words.parse(Operator.class, rule.getString("operator")),
                            rule.getInteger("threshold"),
                            rule.getInteger("skinOffset"),
                            rule.getInteger("coldUnder"),
                            rule.getInteger("coldRoomUnder")));
        }
        return rules;
    }

    private static JsonObject json(ClusterRules rules) {
        return new JsonObject()
                .put("checkpoint", json(rules.checkpoint()))
                .put("trip", json(rules.trip()))
                .put("origin", json(rules.origin()));
    }

    private static JsonObject json(ClusterRule rule) {
        return new JsonObject()
                .put("least", rule.least())
                .put("within", rule.within().toMillis());
    }

    /** @param json null of a policy that was adopted before there were any but the default ones */
    private static ClusterRules clusters(@Nullable JsonObject json) {
        return json == null
                ? ClusterRules.DEFAULT
                : new ClusterRules(
                        clusterRule(json.getJsonObject("checkpoint")),
                        clusterRule(json.getJsonObject("trip")),
                        clusterRule(json.getJsonObject("origin")));
    }

    private static ClusterRule clusterRule(JsonObject json) {
        return new ClusterRule(json.getInteger("least"), Duration.ofMillis(json.getLong("within")));
    }

    private static JsonObject json(DeviceLimits limits) {
        return new JsonObject()
                .put("silence", limits.silence().toMillis())
                .put("usualPauses", limits.usualPauses())
                .put("bootGrace", limits.bootGrace().toMillis())
                .put("sameReadings", limits.sameReadings())
                .put("medianOf", limits.medianOf())
                .put("deviationOf", limits.deviationOf())
                .put("deviation", limits.deviation())
                .put("drift", limits.drift())
                .put("ownDrift", limits.ownDrift())
                .put("missing", limits.missing())
                .put("missingFor", limits.missingFor().toMillis())
                .put("clock", limits.clock().toMillis());
    }

    /** @param json null of a policy that was adopted before there were any but the default ones */
    private static DeviceLimits devices(@Nullable JsonObject json) {
        return json == null
                ? DeviceLimits.DEFAULT
                : new DeviceLimits(
                        Duration.ofMillis(json.getLong("silence")),
                        json.getInteger("usualPauses"),
                        Duration.ofMillis(json.getLong("bootGrace")),
                        json.getInteger("sameReadings"),
                        json.getInteger("medianOf"),
                        json.getInteger("deviationOf"),
                        json.getInteger("deviation"),
                        json.getInteger("drift"),
                        json.getInteger("ownDrift"),
                        json.getInteger("missing"),
                        Duration.ofMillis(json.getLong("missingFor")),
                        Duration.ofMillis(json.getLong("clock")));
    }
}
