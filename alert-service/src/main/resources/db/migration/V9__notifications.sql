-- Where a unit is told what it has to know.
CREATE TABLE channel (
    id             uuid        PRIMARY KEY,
    unit_id        uuid        NOT NULL REFERENCES unit,
    kind           text        NOT NULL CHECK (kind IN ('webhook', 'mail', 'wecom', 'dingtalk')),
    target         text        NOT NULL,
    secret         text,
    least_severity text        NOT NULL CHECK (least_severity IN ('low', 'moderate', 'high', 'critical')),
    enabled        boolean     NOT NULL,
    version        integer     NOT NULL DEFAULT 1,
    -- While something is on its way, until when at the latest; afterwards, when the next may go.
    busy_until     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX channel_unit ON channel (unit_id);

-- What nobody wants to be told for a while.
CREATE TABLE silence (
    id            uuid        PRIMARY KEY,
    area_code     text        NOT NULL COLLATE "C",
    checkpoint_id text, -- null: every checkpoint in the area
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL CHECK (ends_at > starts_at),
    reason        text        NOT NULL CHECK (reason <> ''),
    created_by    text        NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    -- Before its time.
    ended_at      timestamptz,
    ended_by      text,
    ended_reason  text,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL))
);
CREATE INDEX silence_end ON silence (ends_at) WHERE ended_at IS NULL;

-- What goes to a receiver in one piece. It is what it is from its first attempt on: each further one is the same.
CREATE TABLE message (
    id              uuid        PRIMARY KEY, -- its first notification's
    channel_id      uuid        NOT NULL REFERENCES channel ON DELETE CASCADE,
    body            text, -- null: nobody has tried yet
    state           text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    last_error      text, -- never what the receiver said
    -- Not brought forward when its receiver takes others: it did not want this one, or has had it brought forward once.
    on_schedule     boolean     NOT NULL DEFAULT false,
    finished_at     timestamptz
);
CREATE INDEX message_due ON message (channel_id, next_attempt_at) WHERE state = 'pending';

-- One thing that one channel is told about one alert or cluster.
CREATE TABLE notification (
    id            uuid        PRIMARY KEY, -- follows from the channel and what it tells: the same one is there once
    number        bigint      GENERATED ALWAYS AS IDENTITY,
    channel_id    uuid        NOT NULL REFERENCES channel ON DELETE CASCADE,
    event         text        NOT NULL,
    alert_id      uuid        REFERENCES alert,
    cluster_id    uuid        REFERENCES alert_cluster,
    checkpoint_id text,
    severity      text        NOT NULL,
    confirmed     boolean     NOT NULL,
    alerts        integer     NOT NULL, -- of the cluster
    bundle        text        NOT NULL, -- those of one bundle may go in one message
    silence_id    uuid        REFERENCES silence, -- why it is not sent
    message_id    uuid        REFERENCES message ON DELETE CASCADE,
    created_at    timestamptz NOT NULL
);
CREATE INDEX notification_waiting ON notification (channel_id, number) WHERE message_id IS NULL AND silence_id IS NULL;
CREATE INDEX notification_alert ON notification (alert_id) WHERE alert_id IS NOT NULL;
CREATE INDEX notification_cluster ON notification (cluster_id) WHERE cluster_id IS NOT NULL;
CREATE INDEX notification_message ON notification (message_id);
CREATE INDEX notification_newest ON notification (created_at DESC, id DESC);

-- Up to which change everybody was told; one row. What was before is nobody's news.
CREATE TABLE notification_cursor (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    seq      bigint  NOT NULL
);
INSERT INTO notification_cursor (seq) SELECT coalesce(max(seq), 0) FROM alert_change;
