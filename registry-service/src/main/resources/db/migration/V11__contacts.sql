-- Who passed a checkpoint at nearly the same time as a case: without it, each of the case's stays reads a day. One more
-- index is what storing can bear: its entries of one checkpoint are in order of time, so a batch touches few pages.
-- While it is built on what is there, readings wait in Kafka.
CREATE INDEX passage_of_checkpoint ON passage (checkpoint_id, measured_at);
