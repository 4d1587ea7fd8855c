package io.feverline.registry.judgement;

import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what was judged. What is told again changes nothing. */
@ApplicationScoped
public class Judgements {
    /** A reading is judged once, by the policy in force when it was measured: whatever is told of it is the same. */
    private static final String STORE_VERDICTS = """
            INSERT INTO verdict (reading_id, received_at, kind, temperature, threshold, policy_version)
            SELECT DISTINCT ON (reading_id) reading_id, received_at, kind, temperature, threshold, policy_version
            FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::integer[], $5::integer[], $6::text[])
                AS told (reading_id, received_at, kind, temperature, threshold, policy_version)
            ORDER BY reading_id
            ON CONFLICT (reading_id) DO NOTHING
            """;

    /** Of two tellings the higher revision knows more, in whichever order they come. */
    private static final String STORE_EPISODES = """
            INSERT INTO episode AS known (id, opened_at, checkpoint_id, area_code, state, revision)
            SELECT DISTINCT ON (id) id, opened_at, checkpoint_id, area_code, state, revision
            FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::integer[])
                AS told (id, opened_at, checkpoint_id, area_code, state, revision)
            ORDER BY id, revision DESC
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, revision = excluded.revision
            WHERE known.revision < excluded.revision
            """;

    /** What began at one time ends once, so the end is the last word. */
    private static final String STORE_FINDINGS = """
            INSERT INTO device_finding AS known (device_id, finding, since, until)
            SELECT DISTINCT ON (device_id, finding, since) device_id, finding, since, until
            FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
                AS told (device_id, finding, since, until)
            ORDER BY device_id, finding, since, until
            ON CONFLICT (device_id, finding, since) DO UPDATE SET until = excluded.until
            WHERE known.until IS NULL AND excluded.until IS NOT NULL
            """;

    private final Pool pool;

    Judgements(Pool pool) {
        this.pool = pool;
    }

    /** Completes when they are committed. */
    public Uni<Void> storeVerdicts(List<VerdictTold> told) {
        return run(
                STORE_VERDICTS,
                Columns.of(told)
                        .uuid(VerdictTold::readingId)
                        .time(VerdictTold::receivedAt)
                        .text(each -> each.verdict().kind())
                        .integer(each -> each.verdict().temperature())
                        .integer(each -> each.verdict().threshold())
                        .text(each -> each.verdict().policyVersion())
                        .tuple());
    }

    /** Completes when they are committed. */
    public Uni<Void> storeEpisodes(List<EpisodeTold> told) {
        return run(
                STORE_EPISODES,
                Columns.of(told)
                        .uuid(EpisodeTold::id)
                        .time(EpisodeTold::openedAt)
                        .text(EpisodeTold::checkpointId)
                        .text(EpisodeTold::areaCode)
                        .text(EpisodeTold::state)
                        .integer(EpisodeTold::revision)
                        .tuple());
    }

    /** Completes when they are committed. */
    public Uni<Void> storeFindings(List<DeviceFinding> told) {
        return run(
                STORE_FINDINGS,
                Columns.of(told)
                        .text(DeviceFinding::deviceId)
                        .text(DeviceFinding::finding)
                        .time(DeviceFinding::since)
                        .time(DeviceFinding::until)
                        .tuple());
    }

    private Uni<Void> run(String sql, Tuple columns) {
        return pool.preparedQuery(sql).execute(columns).replaceWithVoid();
    }
}
