-- Whoever erases a person takes them off their arrivals while those who store their passages wait; without it, all are
-- read for that. By their passages they are not all found: an arrival stays for a while when its passage is gone.
CREATE INDEX arrival_of_traveller ON arrival (traveller_id) WHERE traveller_id IS NOT NULL;
