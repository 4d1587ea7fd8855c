CREATE TABLE area_period (
    code       text    NOT NULL CHECK (code ~ '^[0-9]{6}$'),
    name       text    NOT NULL,
    first_year integer NOT NULL,
    last_year  integer NOT NULL CHECK (last_year >= first_year),
    PRIMARY KEY (code, first_year)
);
COMMENT ON TABLE area_period IS 'What codes of GB/T 2260 have stood for; years are of its editions, both included.';
