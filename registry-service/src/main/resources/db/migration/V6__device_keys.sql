CREATE TABLE device_key (
    device_id text NOT NULL REFERENCES device (id),
    hash      bytea NOT NULL,
    drawn_at  timestamptz,
    PRIMARY KEY (device_id, hash)
);
COMMENT ON TABLE device_key IS 'The live keys of devices: two while one replaces the other, none when revoked.';
COMMENT ON COLUMN device_key.hash IS 'SHA-256 of the key; the key itself is nowhere.';
COMMENT ON COLUMN device_key.drawn_at IS 'Null: before this was written down.';

INSERT INTO device_key (device_id, hash) SELECT id, key_hash FROM device WHERE key_hash IS NOT NULL;
ALTER TABLE device DROP COLUMN key_hash;
