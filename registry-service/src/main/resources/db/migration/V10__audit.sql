-- The service works as a role of its own, which the installation makes: it has the rows of all tables, now and later, and
-- can neither change a table nor take part in what only the owner may.
GRANT USAGE ON SCHEMA public TO "${service-role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "${service-role}";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "${service-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${service-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO "${service-role}";
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM "${service-role}";
-- It makes days' partitions, as their owner.
ALTER FUNCTION ensure_passage_partition(date) SECURITY DEFINER SET search_path = public, pg_temp;

CREATE TABLE audit_row (
    seq         bigint      PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    -- Collation "C", so that an area's prefix is a range of an index.
    area        text        NOT NULL COLLATE "C",
    act         text        NOT NULL,
    subject     text,
    purpose     text,
    detail      text,
    hash        bytea       NOT NULL
);
CREATE INDEX audit_row_subject ON audit_row (subject, seq DESC) WHERE subject IS NOT NULL;
CREATE INDEX audit_row_actor ON audit_row (actor, seq DESC);
-- How many identities somebody has opened of late.
CREATE INDEX audit_row_opened ON audit_row (actor, recorded_at) WHERE act IN ('identity.open', 'identity.open-full');
COMMENT ON TABLE audit_row IS 'Who did what to what, when, and why, reads included: each row in the transaction of what it tells. Only audit_append adds to it.';
COMMENT ON COLUMN audit_row.area IS 'What the actor may see.';
COMMENT ON COLUMN audit_row.hash IS 'SHA-256 of the hash before and of this row, as AuditRow.hashAfter says.';

CREATE FUNCTION audit_part(part text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(int4send(octet_length(convert_to(part, 'UTF8'))) || convert_to(part, 'UTF8'), int4send(-1))
$$;

-- Adds a row to the chain. Those who add take turns until their transactions end, so it is a transaction's last statement.
CREATE FUNCTION audit_append(actor text, area text, act text, subject text, purpose text, detail text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    previous bytea;
    next_seq bigint;
    now_at   timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit chain'));
    SELECT r.seq + 1, r.hash INTO next_seq, previous FROM audit_row r ORDER BY r.seq DESC LIMIT 1;
    IF NOT FOUND THEN
        next_seq := 1;
        previous := decode(repeat('00', 32), 'hex');
    END IF;
    now_at := clock_timestamp();
    INSERT INTO audit_row VALUES (next_seq, now_at, actor, area, act, subject, purpose, detail, sha256(
        previous || audit_part(next_seq::text) || audit_part(trunc(extract(epoch FROM now_at) * 1000000)::bigint::text)
        || audit_part(actor) || audit_part(area) || audit_part(act)
        || audit_part(subject) || audit_part(purpose) || audit_part(detail)));
    RETURN next_seq;
END
$$;
REVOKE ALL ON FUNCTION audit_append(text, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(text, text, text, text, text, text) TO "${service-role}";

CREATE TABLE audit_head (
    seq       bigint      PRIMARY KEY REFERENCES audit_row,
    signed_at timestamptz NOT NULL
);
COMMENT ON TABLE audit_head IS 'Which ends of the log were signed and published. The heads themselves are on the topic, where the database cannot reach them.';

REVOKE INSERT, UPDATE, DELETE ON audit_row FROM "${service-role}";
REVOKE UPDATE, DELETE ON audit_head FROM "${service-role}";

-- What was recorded of opened identities so far is where the log begins; when it was stands in the detail.
SELECT audit_append(subject, area, 'identity.open', traveller_id::text, purpose,
        'at ' || to_char(accessed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ', sealed with reading ' || reading_id)
FROM (SELECT * FROM identity_access ORDER BY id) AS in_order;
DROP TABLE identity_access;
