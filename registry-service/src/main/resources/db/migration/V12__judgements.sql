CREATE TABLE verdict (
    reading_id     uuid PRIMARY KEY,
    kind           text NOT NULL,
    temperature    integer NOT NULL,
    threshold      integer NOT NULL,
    policy_version text NOT NULL
);
COMMENT ON TABLE verdict IS 'How alert-service judged the readings of screening episodes; of others there is none. Temperatures in m°C, as judged.';

CREATE TABLE device_finding (
    device_id text NOT NULL,
    finding   text NOT NULL,
    since     timestamptz NOT NULL,
    until     timestamptz,
    PRIMARY KEY (device_id, finding, since)
);
COMMENT ON TABLE device_finding IS 'What alert-service found wrong with devices, since when, and until when (not included; null while it is so).';
