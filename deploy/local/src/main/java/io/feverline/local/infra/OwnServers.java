package io.feverline.local.infra;

import io.feverline.local.DataFolder;
import io.feverline.local.Home;
import io.feverline.local.process.Children;

/**
 * Processes of the system's own, unpacked and built here: no installation, no containers.
 *
 * @param controllerPort where the broker's controller listens
 */
public record OwnServers(Children children, Home home, DataFolder data, int controllerPort) implements Servers {
    @Override
    public Server postgres(int port, String user, String password) {
        return new PostgresProcess(
                children, home.state(), data.path(), data.logs().resolve("postgresql.log"), port, user, password);
    }

    @Override
    public Server kafka(int port) {
        return new BrokerProcess(
                children, home.launcherJar(), data.path(), data.logs().resolve("kafka.log"), port, controllerPort);
    }
}
