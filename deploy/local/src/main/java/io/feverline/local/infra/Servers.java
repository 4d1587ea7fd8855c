package io.feverline.local.infra;

/** Where a system gets its database server and its broker from. Each listens on the loopback address. */
public interface Servers {
    /** A PostgreSQL server with one user, not started yet. */
    Server postgres(int port, String user, String password);

    /** A Kafka broker, not started yet. */
    Server kafka(int port);
}
