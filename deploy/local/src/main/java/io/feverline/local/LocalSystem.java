package io.feverline.local;

import io.feverline.local.demo.DemoCounty;
import io.feverline.local.demo.Door;
import io.feverline.local.demo.KeyedDevice;
import io.feverline.local.demo.RegistryClient;
import io.feverline.local.infra.Broker;
import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.OpenIdProvider;
import io.feverline.local.infra.OwnServers;
import io.feverline.local.infra.Postgres;
import io.feverline.local.infra.Server;
import io.feverline.local.infra.Servers;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.Children;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole system on this machine: PostgreSQL, Kafka, the OpenID provider and the three services, each in a process of
 * its own but the provider. Everything ends when it is closed, and when this JVM ends in any way.
 *
 * <pre>{@code
 * try (LocalSystem system = LocalSystem.start(LocalOptions.temporary(new Ports(18080)), Progress.silent())) {
 *     system.service(Service.ALERT_SERVICE).kill();
 *     system.service(Service.ALERT_SERVICE).start();
 * }
 * }</pre>
 */
public final class LocalSystem implements AutoCloseable {
    private final LocalOptions options;
    private final Progress progress;
    private final DataFolder data;
    private final Children children = new Children();
    private final Postgres postgres;
    private final Broker broker;
    private final OpenIdProvider openId;
    private final KeysetFiles keysets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Tokens tokens;
    private final ServiceCommands commands;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    /** Further instances, in the order in which they were asked for. */
    private final List<ServiceProcess> more = new CopyOnWriteArrayList<>();

    private boolean closed;

    private LocalSystem(LocalOptions options, Progress progress, Home home, DataFolder data) {
        this.options = options;
        this.progress = progress;
        this.data = data;
        Ports ports = options.ports();
        if (data.temporary()) {
            children.removeAfterwards(data.path());
        }
        Servers given = options.servers();
        Servers servers = given == null ? new OwnServers(children, home, data, ports.kafkaController()) : given;
        postgres = new Postgres(servers, data.path(), ports.postgres());
        broker = new Broker(servers, ports.kafka());
        openId = new OpenIdProvider(ports.openId(), data.path());
        keysets = new KeysetFiles(data.path());
        tokens = new Tokens(openId.issuer(), http);
        commands = new ServiceCommands(home, data, options, postgres, broker, openId, keysets);
        for (Service service : Service.values()) {
            services.put(service, process(service, commands.spec(service), service.port(ports)));
        }
    }

    private ServiceProcess process(Service service, ChildSpec spec, int port) {
        return new ServiceProcess(service, spec, URI.create("http://localhost:" + port), children, http);
    }

    /**
     * A system that is checked but not started, so that somebody can hold it before anything can go wrong.
     *
     * @throws LocalProblem if a port is in use, the disk is full, or something is not built
     */
    public static LocalSystem prepare(LocalOptions options, Progress progress) {
        options.ports().requireFree();
        Home home = Home.find();
        for (Service service : Service.values()) {
            home.serviceJar(service);
        }
        DataFolder data = DataFolder.open(options.data());
        return new LocalSystem(options, progress, home, data);
    }

    /**
     * A system that is ready for readings.
     *
     * @throws LocalProblem if it cannot be; nothing is left running then
     */
    public static LocalSystem start(LocalOptions options, Progress progress) {
        LocalSystem system = prepare(options, progress);
        try {
            system.start();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Starts what was prepared, and returns when all of it is ready. */
    public void start() {
        try (Steps steps = new Steps(progress)) {
            CompletableFuture<Void> keys = steps.step("keys", keysets::make);
            CompletableFuture<Void> database = steps.step("PostgreSQL", postgres::start);
            CompletableFuture<Void> topics = steps.step("Kafka", broker::start);
            CompletableFuture<Void> signIn = steps.step("OpenID", openId::start);
            CompletableFuture<Void> ingest = start(steps, Service.CHECKPOINT_INGEST, keys, topics);
            CompletableFuture<Void> alert = start(steps, Service.ALERT_SERVICE, database, topics, signIn);
            CompletableFuture<Void> registry = start(steps, Service.REGISTRY_SERVICE, keys, database, topics, signIn);
            CompletableFuture<Void> demo = options.demo()
                    ? steps.step("demo county", this::awaitDemo, ingest, registry.thenRunAsync(this::loadDemo))
                    : CompletableFuture.completedFuture(null);
            steps.await(ingest, alert, registry, demo);
        } catch (RuntimeException e) {
            data.keepLogs();
            throw e;
        }
    }

    private CompletableFuture<Void> start(Steps steps, Service service, CompletableFuture<?>... after) {
        return steps.step(service.folder(), service(service)::start, after);
    }

    private void loadDemo() {
        new DemoCounty(new RegistryClient(url(Service.REGISTRY_SERVICE), token(Persona.ADMIN), http), devices()).load();
    }

    private void awaitDemo() {
        List<KeyedDevice> keyed = KeyedDevice.read(devices());
        new Door(url(Service.CHECKPOINT_INGEST), http).awaitKnows(keyed.get(keyed.size() - 1));
    }

    /** One service's process. */
    public ServiceProcess service(Service service) {
        return Optional.ofNullable(services.get(service)).orElseThrow();
    }

    /**
     * One more instance of a service, not started: the same but for its port, the next free one, its log and its
     * streams' state. It ends with the system.
     */
    public synchronized ServiceProcess another(Service service) {
        int last = more.isEmpty() ? 0 : more.get(more.size() - 1).url().getPort();
        int port = options.ports().freeAfter(last);
        ServiceProcess process = process(service, commands.another(service, more.size() + 2, port), port);
        more.add(process);
        return process;
    }

    /** Where a service's HTTP interface is. */
    public URI url(Service service) {
        return service(service).url();
    }

    /** A fresh access token of a persona. */
    public String token(Persona persona) {
        return tokens.of(persona);
    }

    /** The database server, to be killed and started again. */
    public Server databaseServer() {
        return postgres.server();
    }

    /** The broker, to be killed and started again. */
    public Server brokerServer() {
        return broker.server();
    }

    /** Who signs people in. */
    public OpenIdProvider openId() {
        return openId;
    }

    /** The issuer of the tokens. */
    public URI issuer() {
        return openId.issuer();
    }

    /** Where a database is reached; with {@link Postgres#USER} and {@link #databasePassword()}. */
    public String jdbcUrl(Database database) {
        return postgres.jdbcUrl(database);
    }

    /** The password of {@link Postgres#USER}. */
    public String databasePassword() {
        return postgres.password();
    }

    /** What Kafka clients connect to first. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The keysets, for tests that open what the door sealed. */
    public KeysetFiles keysets() {
        return keysets;
    }

    /** The demo county's devices with their keys, as the simulator reads them. */
    public Path devices() {
        return data.path().resolve("devices.json");
    }

    /** The folder that everything is kept in. */
    public DataFolder data() {
        return data;
    }

    /** The log of a process by its name. */
    public Path log(String name) {
        return data.logs().resolve(name + ".log");
    }

    /** Where the system listens. */
    public Ports ports() {
        return options.ports();
    }

    /** The HTTP client of this system's own requests. */
    public HttpClient http() {
        return http;
    }

    /** Starts one more process that ends with the system. */
    public Child run(ChildSpec spec) {
        return children.start(spec);
    }

    /** Who is told when a process ends although nobody here asked it to; called on a thread of the JVM's. */
    public void onDeath(Consumer<Child> listener) {
        children.onDeath(listener);
    }

    /** The service that a process is or was, if it is one. */
    public Optional<ServiceProcess> serviceOf(Child child) {
        return Stream.concat(services.values().stream(), more.stream())
                .filter(service -> service.runs(child))
                .findAny();
    }

    /** Stops everything in order. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            children.close();
            broker.server().close();
            postgres.server().close();
            openId.close();
            data.close();
        }
    }
}
