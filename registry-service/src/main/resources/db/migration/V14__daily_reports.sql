-- Reports are expected from a checkpoint's first shift on; of those that are here already, from this update on.
ALTER TABLE checkpoint ADD COLUMN registered_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN checkpoint.registered_at IS 'The first shift that begins then or later is the first that a report is expected of.';

CREATE TABLE episode (
    id            uuid PRIMARY KEY,
    opened_at     timestamptz NOT NULL,
    checkpoint_id text NOT NULL,
    area_code     text NOT NULL,
    state         text NOT NULL,
    revision      integer NOT NULL
);
CREATE INDEX episode_opened ON episode (opened_at);
COMMENT ON TABLE episode IS 'Screening episodes as alert-service told of them last, synthetic ones left out.';
COMMENT ON COLUMN episode.opened_at IS 'When the opening reading was measured.';
COMMENT ON COLUMN episode.checkpoint_id IS 'Where its first telling that came here was of, and area_code of the same.';
COMMENT ON COLUMN episode.revision IS 'Counts up within an episode: of two tellings the higher knows more.';

CREATE TABLE report_statement (
    checkpoint_id      text        NOT NULL REFERENCES checkpoint (id),
    day                date        NOT NULL,
    shift              text        NOT NULL,
    version            integer     NOT NULL CHECK (version > 0),
    screened           integer     NOT NULL CHECK (screened >= 0),
    suspected          integer     NOT NULL CHECK (suspected >= 0),
    confirmed          integer     NOT NULL CHECK (confirmed >= 0),
    key_region         integer     NOT NULL CHECK (key_region >= 0),
    referred           integer     NOT NULL CHECK (referred >= 0),
    devices_screened   integer     NOT NULL,
    devices_suspected  integer     NOT NULL,
    devices_confirmed  integer     NOT NULL,
    devices_key_region integer     NOT NULL,
    signed_by          text        NOT NULL,
    signed_at          timestamptz NOT NULL,
    words              text,
    PRIMARY KEY (checkpoint_id, day, shift, version)
);
COMMENT ON TABLE report_statement IS 'What people stated of a checkpoint''s shift: version 1 is the report as it was signed, each further one a correction. Nothing is ever changed.';
COMMENT ON COLUMN report_statement.day IS 'The day of Asia/Shanghai that the shift began on.';
COMMENT ON COLUMN report_statement.devices_screened IS 'As devices_…: what the devices had counted when it was signed.';
COMMENT ON COLUMN report_statement.words IS 'The signer''s note, or why it was corrected.';
REVOKE UPDATE, DELETE ON report_statement FROM "${service-role}";

CREATE TABLE report_reminder (
    checkpoint_id text        NOT NULL REFERENCES checkpoint (id),
    day           date        NOT NULL,
    shift         text        NOT NULL,
    kind          text        NOT NULL,
    told_at       timestamptz NOT NULL,
    PRIMARY KEY (checkpoint_id, day, shift, kind)
);
COMMENT ON TABLE report_reminder IS 'What was told of reports that were not signed: each once.';
