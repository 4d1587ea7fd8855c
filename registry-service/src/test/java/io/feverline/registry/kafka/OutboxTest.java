package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.device.DeviceKey;
import io.feverline.registry.events.AreaRegistered;
import io.feverline.registry.events.CheckpointRegistered;
import io.feverline.registry.events.DeviceRegistered;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class OutboxTest {
    @Inject
    RecordedSender brokers;

    @Inject
    Database database;

    @Inject
    Pool pool;

    @Test
    void changes_are_published_in_order_also_when_the_brokers_were_away() {
        String id = "gate-" + UUID.randomUUID();
        brokers.failTimes(1);
        importAreas("code,level,name,parent\n360000,province,江西省,\n369900,city,某市,360000\n");
        String key = register(id);
        Persona.ADMIN.request().post("/v1/devices/" + id + "/revoke").then().statusCode(200);

        await().until(() -> brokers.sent(Topic.Name.DEVICES, id).size() == 2);
        await().until(() -> database.count("SELECT count(*) FROM outbox") == 0);

        var area = brokers.sent(Topic.Name.AREAS, "369900").get(0);
        assertThat(event(AreaRegistered.class, area).getName()).isEqualTo("某市");
        var checkpoint = brokers.sent(Topic.Name.CHECKPOINTS, id).get(0);
        assertThat(event(CheckpointRegistered.class, checkpoint).getAreaCode()).isEqualTo("369900");
        var registered = event(
                DeviceRegistered.class, brokers.sent(Topic.Name.DEVICES, id).get(0));
        assertThat(registered.getKeyHashes()).containsExactly(ByteBuffer.wrap(new DeviceKey(key).hash()));
        assertThat(registered.getOffset()).isEqualTo(600);
        assertThat(registered.getAreaCode()).isEqualTo("369900");
        var revoked = event(
                DeviceRegistered.class, brokers.sent(Topic.Name.DEVICES, id).get(1));
        assertThat(revoked.getKeyHashes()).isEmpty();
        assertThat(revoked.getVersion()).isGreaterThan(registered.getVersion());
    }

    @Test
    void the_day_until_which_a_calibration_holds_is_told() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("code,level,name,parent\n360000,province,江西省,\n369900,city,某市,360000\n");
        register(id);
        Persona.ADMIN
                .request()
                .header("If-Match", "\"0\"")
                .body("{\"due\":\"2026-12-31\"}")
                .put("/v1/devices/" + id + "/calibration")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(2))
                .until(() -> brokers.sent(Topic.Name.DEVICES, id).size() == 2);

        assertThat(brokers.sent(Topic.Name.DEVICES, id).stream()
                        .map(record -> event(DeviceRegistered.class, record).getCalibrationDue()))
                .containsExactly(null, LocalDate.of(2026, 12, 31));
    }

    @Test
    void both_keys_of_a_device_are_told_and_a_revoked_one_no_more() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("code,level,name,parent\n360000,province,江西省,\n369900,city,某市,360000\n");
        var first = ByteBuffer.wrap(new DeviceKey(register(id)).hash());
        String drawn =
                Persona.ADMIN.request().post("/v1/devices/" + id + "/keys").path("key");
        var second = ByteBuffer.wrap(new DeviceKey(drawn).hash());
        String fingerprint = HexFormat.of().formatHex(first.array(), 0, 4);
        Persona.ADMIN
                .request()
                .delete("/v1/devices/" + id + "/keys/" + fingerprint)
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(2))
                .until(() -> brokers.sent(Topic.Name.DEVICES, id).size() == 3);

        var told = brokers.sent(Topic.Name.DEVICES, id).stream()
                .map(record -> event(DeviceRegistered.class, record).getKeyHashes())
                .toList();
        assertThat(told.get(1)).containsExactlyInAnyOrder(first, second);
        assertThat(told.get(2)).containsExactly(second);
    }

    @Test
    void the_devices_of_a_checkpoint_that_moves_to_another_area_are_told_of_there() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("""
                code,level,name,parent
                360000,province,江西省,
                369900,city,某市,360000
                369901,county,某县,369900
                """);
        String key = register(id);
        Persona.ADMIN
                .request()
                .header("If-Match", "\"0\"")
                .body("{\"name\":\"省界\",\"kind\":\"corridor\",\"areaCode\":\"369901\"}")
                .put("/v1/checkpoints/" + id)
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(2))
                .until(() -> brokers.sent(Topic.Name.DEVICES, id).size() == 2);

        assertThat(event(
                                CheckpointRegistered.class,
                                brokers.sent(Topic.Name.CHECKPOINTS, id).get(1))
                        .getAreaCode())
                .isEqualTo("369901");
        var moved = event(
                DeviceRegistered.class, brokers.sent(Topic.Name.DEVICES, id).get(1));
        assertThat(moved.getAreaCode()).isEqualTo("369901");
        assertThat(moved.getKeyHashes()).containsExactly(ByteBuffer.wrap(new DeviceKey(key).hash()));
        assertThat(moved.getVersion()).isEqualTo(1);
    }

    @Test
    void what_an_import_adds_and_changes_is_told_and_what_it_leaves_is_not() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("code,level,name,parent\n360000,province,江西省,\n369900,city,某市,360000\n");
        String rows = "id,name,kind,area_code,direction,latitude,longitude\n" + id + ",%s,bus,369900\n" + id
                + "-2,北,bus,369900\n";
        importCsv("checkpoints", rows.formatted("南"));
        importCsv("checkpoints", rows.formatted("东"));
        importCsv(
                "devices",
                "id,checkpoint_id,site,mode,offset,calibration_due\n%1$s,%1$s,wrist,surface,0.6,2026-12-31\n"
                        .formatted(id));

        await().atMost(Duration.ofSeconds(2))
                .until(() -> !brokers.sent(Topic.Name.DEVICES, id).isEmpty());

        assertThat(brokers.sent(Topic.Name.CHECKPOINTS, id).stream()
                        .map(record -> event(CheckpointRegistered.class, record))
                        .map(event -> event.getName() + " " + event.getVersion()))
                .containsExactly("南 0", "东 1");
        assertThat(brokers.sent(Topic.Name.CHECKPOINTS, id + "-2")).hasSize(1);
        var device = event(
                DeviceRegistered.class, brokers.sent(Topic.Name.DEVICES, id).get(0));
        assertThat(device.getAreaCode()).isEqualTo("369900");
        assertThat(device.getKeyHashes()).isEmpty();
        assertThat(device.getOffset()).isEqualTo(600);
        assertThat(device.getCalibrationDue()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_device_that_is_registered_while_its_checkpoint_moves_is_told_of_where_it_moves_to() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("""
                code,level,name,parent
                360000,province,江西省,
                369900,city,某市,360000
                369901,county,某县,369900
                """);
        register(id);
        var registering = Persona.ADMIN.request().body("{\"id\":\"%s-2\",\"checkpointId\":\"%s\"}".formatted(id, id));
        var moving = pool.getConnection().await().indefinitely();
        var transaction = moving.begin().await().indefinitely();
        moving.preparedQuery("SELECT id FROM checkpoint WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();
        moving.preparedQuery("UPDATE checkpoint SET area_code = '369901', version = 1 WHERE id = $1")
                .execute(Tuple.of(id))
                .await()
                .indefinitely();

        var registered = CompletableFuture.supplyAsync(
                () -> registering.post("/v1/devices").statusCode());
        await().until(() -> database.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
        transaction.commit().await().indefinitely();
        moving.close().await().indefinitely();

        assertThat(registered.join()).isEqualTo(201);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> !brokers.sent(Topic.Name.DEVICES, id + "-2").isEmpty());
        assertThat(event(
                                DeviceRegistered.class,
                                brokers.sent(Topic.Name.DEVICES, id + "-2").get(0))
                        .getAreaCode())
                .isEqualTo("369901");
    }

    @Test
    void an_event_carries_its_context() {
        String id = "gate-" + UUID.randomUUID();
        importAreas("code,level,name,parent\n360000,province,江西省,\n369900,city,某市,360000\n");
        register(id);

        await().until(() -> brokers.sent(Topic.Name.DEVICES, id).size() == 1);

        var device = brokers.sent(Topic.Name.DEVICES, id).get(0);
        assertThat(header(device, "ce_type")).isEqualTo("io.feverline.device.registered.v1");
        assertThat(header(device, "ce_source")).isEqualTo("/registry-service");
        assertThat(UUID.fromString(header(device, "ce_id"))).isNotNull();
        assertThat(header(device, "content-type")).isEqualTo("application/avro");
    }

    private static void importAreas(String csv) {
        importCsv("areas", csv);
    }

    private static void importCsv(String what, String csv) {
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/" + what + "/import")
                .then()
                .statusCode(200);
    }

    /** A checkpoint and a device of the same id; the device's key. */
    private static String register(String id) {
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"省界\",\"kind\":\"corridor\",\"areaCode\":\"369900\"}".formatted(id))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        return Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"checkpointId\":\"%s\",\"mode\":\"surface\",\"offset\":0.6}".formatted(id, id))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static <T extends SpecificRecordBase> T event(Class<T> type, ProducerRecord<byte[], byte[]> record) {
        return EventCodec.of(type).decode(record.value());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
