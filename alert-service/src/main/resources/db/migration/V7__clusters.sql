-- What the traveller of an alert shares with others beside the checkpoint.
ALTER TABLE alert
    ADD COLUMN trip   text, -- the vehicle's token and the trip's name
    ADD COLUMN origin text, -- six digits of GB/T 2260
    -- It is yet to be looked at which clusters it is in.
    ADD COLUMN unclustered boolean NOT NULL DEFAULT true;
CREATE INDEX alert_unclustered ON alert (id) WHERE unclustered;
CREATE INDEX alert_trip ON alert (trip, opened_at) WHERE trip IS NOT NULL;
CREATE INDEX alert_origin ON alert (origin, opened_at) WHERE origin IS NOT NULL;

-- Alerts that are close in what they have in common and in time; one that grows.
CREATE TABLE alert_cluster (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL CHECK (kind IN ('checkpoint', 'trip', 'origin')),
    place       text        NOT NULL,
    area_code   text        NOT NULL COLLATE "C",
    first_at    timestamptz NOT NULL,
    last_at     timestamptz NOT NULL,
    raised_at   timestamptz NOT NULL DEFAULT now(),
    merged_into uuid        REFERENCES alert_cluster
);
CREATE INDEX alert_cluster_place ON alert_cluster (kind, place) WHERE merged_into IS NULL;
CREATE INDEX alert_cluster_newest ON alert_cluster (last_at DESC, id DESC);

CREATE TABLE cluster_member (
    alert_id   uuid NOT NULL REFERENCES alert,
    kind       text NOT NULL,
    cluster_id uuid NOT NULL REFERENCES alert_cluster,
    PRIMARY KEY (alert_id, kind)
);
CREATE INDEX cluster_member_cluster ON cluster_member (cluster_id);

ALTER TABLE alert_change
    ADD COLUMN cluster_id uuid REFERENCES alert_cluster,
    DROP CONSTRAINT alert_change_cause_check,
    ADD CONSTRAINT alert_change_cause_check
        CHECK (cause IN ('reading', 'window-end', 'merger', 'action', 'overdue', 'escalation', 'cluster'));
