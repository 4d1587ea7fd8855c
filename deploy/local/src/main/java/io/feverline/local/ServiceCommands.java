package io.feverline.local;

import io.feverline.local.infra.Broker;
import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.OpenIdProvider;
import io.feverline.local.infra.Postgres;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.JavaCommand;
import io.feverline.local.process.Tier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each service is started: what it is told about the others. */
record ServiceCommands(
        Home home,
        DataFolder data,
        LocalOptions options,
        Postgres postgres,
        Broker broker,
        OpenIdProvider openId,
        KeysetFiles keysets) {

    /** The first instance. */
    ChildSpec spec(Service service) {
        return spec(service, service.folder(), "streams", service.port(options.ports()));
    }

    /** A further one, by its number. */
    ChildSpec another(Service service, int number, int port) {
        return spec(service, service.folder() + "-" + number, "streams-" + number, port);
    }

    private ChildSpec spec(Service service, String name, String streams, int port) {
        JavaCommand command = common(service, port);
        switch (service) {
            case CHECKPOINT_INGEST ->
                command.property(
                                "feverline.identity.token-keyset",
                                keysets.token().toString())
                        .property(
                                "feverline.identity.public-keyset",
                                keysets.publicKey().toString())
                        // Here all gateways have one address, and post before the door has heard of them.
                        .property("feverline.failed-keys.tolerated", "10000");
            case ALERT_SERVICE ->
                signIn(database(command, Database.ALERT, Postgres.USER))
                        .property(
                                "kafka-streams.state.dir",
                                data.path().resolve(streams).toString())
                        // Whoever is told here is on this machine.
                        .property("feverline.alert.notify.allow-insecure-targets", "true");
            case REGISTRY_SERVICE ->
                signIn(database(command, Database.REGISTRY, Postgres.REGISTRY_ROLE))
                        .property("quarkus.flyway.jdbc-url", postgres.jdbcUrl(Database.REGISTRY))
                        .property("quarkus.flyway.username", Postgres.USER)
                        .property(
                                "feverline.identity.token-keyset",
                                keysets.token().toString())
                        .property(
                                "feverline.identity.private-keyset",
                                keysets.privateKey().toString())
                        .property(
                                "feverline.audit.signing-keyset",
                                keysets.auditPrivateKey().toString())
                        .property(
                                "feverline.audit.public-keyset",
                                keysets.auditPublicKey().toString());
        }
        options.settings().getOrDefault(service, Map.of()).forEach(command::property);
        Path log = data.logs().resolve(name + ".log");
        return new ChildSpec(name, Tier.SERVICE, command.jar(home.serviceJar(service), List.of()), data.path(), log);
    }

    private JavaCommand common(Service service, int port) {
        return new JavaCommand(service == Service.CHECKPOINT_INGEST ? LocalOptions.DOOR_HEAP : options.heap())
                .option("-XX:MaxMetaspaceSize=192m")
                .property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
                .property("quarkus.http.host", "127.0.0.1")
                .property("quarkus.http.port", Integer.toString(port))
                .property("quarkus.banner.enabled", "false")
                .property("quarkus.console.color", "false")
                .property("kafka.bootstrap.servers", broker.bootstrapServers());
    }

    private JavaCommand database(JavaCommand command, Database database, String role) {
        return command.property("quarkus.datasource.reactive.url", postgres.reactiveUrl(database))
                .property("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database))
                .property("quarkus.datasource.username", role)
                .property(
                        "smallrye.config.locations",
                        locations(postgres.passwordSettings(database), openId.sessionSettings()));
    }

    /** A list of addresses, as the setting wants them: a path may hold blanks, and the list's own comma. */
    static String locations(Path... files) {
        return Stream.of(files)
                .map(file -> file.toUri().toString().replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    private JavaCommand signIn(JavaCommand command) {
        return command.property("quarkus.oidc.auth-server-url", openId.issuer().toString())
                .property("feverline.look.duty", address(Service.ALERT_SERVICE) + "/duty")
                .property("feverline.look.console", address(Service.REGISTRY_SERVICE) + "/console");
    }

    private String address(Service service) {
        return "http://localhost:" + service.port(options.ports());
    }
}
