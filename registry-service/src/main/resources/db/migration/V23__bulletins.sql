-- What was published of an area's day. A correction is another edition; none is ever changed or taken away.
CREATE TABLE bulletin (
    area_code    text        NOT NULL,
    day          date        NOT NULL,
    edition      integer     NOT NULL CHECK (edition > 0),
    figures      jsonb       NOT NULL,
    words        text,
    published_by text        NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (day, area_code, edition)
);
COMMENT ON COLUMN bulletin.figures IS 'As they were when it was published: total, by the areas below, by the hour.';
COMMENT ON COLUMN bulletin.words IS 'What the publisher has to say; of a correction, why.';
REVOKE UPDATE, DELETE ON bulletin FROM "${service-role}";
