ALTER TABLE checkpoint
    ADD COLUMN direction text NOT NULL DEFAULT 'BOTH',
    ADD COLUMN latitude  double precision,
    ADD COLUMN longitude double precision,
    ADD CHECK ((latitude IS NULL) = (longitude IS NULL));
COMMENT ON COLUMN checkpoint.direction IS 'Whether who passes comes into the county that it is in, leaves it, or either.';
COMMENT ON COLUMN checkpoint.latitude IS 'WGS 84, degrees north; longitude: degrees east.';
