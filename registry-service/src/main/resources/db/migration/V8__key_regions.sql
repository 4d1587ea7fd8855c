CREATE TABLE key_region (
    id           text PRIMARY KEY,
    name         text NOT NULL,
    area_prefix  text CHECK (area_prefix ~ '^[0-9]{2,12}$'),
    plate_prefix text,
    level        text NOT NULL CHECK (level IN ('HIGH', 'MEDIUM')),
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz CHECK (valid_to > valid_from),
    legal_basis  text NOT NULL,
    version      bigint NOT NULL,
    CHECK (area_prefix IS NOT NULL OR plate_prefix IS NOT NULL)
);
COMMENT ON TABLE key_region IS 'Where travellers and vehicles come from that are looked at more closely, for a time.';
COMMENT ON COLUMN key_region.area_prefix IS 'What the GB/T 2260 code of the origin begins with.';
COMMENT ON COLUMN key_region.plate_prefix IS 'What a number plate begins with: the province, or the province and the authority.';
COMMENT ON COLUMN key_region.legal_basis IS 'The order or notice that says so.';
