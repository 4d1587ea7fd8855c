package io.feverline.registry.device;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.bulk.BulkChanges;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.Checkpoints;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The devices. */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<Device, String> {
    private static final String LOCK = "SELECT id FROM device WHERE id = ?1 FOR UPDATE";
    private static final String IN_AREA = "checkpointId in (select c.id from Checkpoint c where c.areaCode like ?2)";
    private static final String VISIBLE = "id > ?1 and " + IN_AREA + " order by id";

    /** One statement for all: the time of an answer must not tell that there is such a device elsewhere. */
    private static final String ONE = "id = ?1 and " + IN_AREA;

    private final Checkpoints checkpoints;
    private final DeviceEvents events;
    private final AuditLog audit;
    private final Clock clock;
    private final DeviceTable table;
    private final BulkChanges changes;

    Devices(
            Checkpoints checkpoints,
            DeviceEvents events,
            AuditLog audit,
            Clock clock,
            DeviceTable table,
            BulkChanges changes) {
        this.checkpoints = checkpoints;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.table = table;
        this.changes = changes;
    }

    /** Adds a device; fails with a {@link Rejection} if its checkpoint is unknown or outside, or the id is taken. */
    @WithTransaction
    public Uni<Device> register(Device device, DeviceKey key, Actor actor) {
        device.admit(key, clock.instant());
        return checkpoints
                .hold(device.checkpointId())
                .chain(() -> checkpoints.get(device.checkpointId(), actor.scope()))
                .onFailure(Rejection.class)
                .transform(e -> unknownCheckpoint())
                .call(() -> findById(device.id())
                        .onItem()
                        .ifNotNull()
                        .failWith(() ->
                                new Rejection(Reason.ALREADY_EXISTS, "此编号的设备已登记 / there is a device with this id")))
                .call(checkpoint -> persistAndFlush(device).chain(saved -> tell(saved, checkpoint)))
                .call(() -> audit.append(new Deed(actor, Act.DEVICE_REGISTER, device.id())))
                .replaceWith(device);
    }

    /**
     * Gives a device another key, so that one can replace the other; fails with a {@link Rejection} if two are live, or
     * there is no device that the caller may see, or it has changed since it was seen.
     */
    @WithTransaction
    public Uni<Device> addKey(String id, DeviceKey key, LongPredicate isAsSeen, Actor actor) {
        return locked(id, actor)
                .invoke(device -> {
                    requireAsSeen(device, isAsSeen);
                    device.admit(key, clock.instant());
                })
                .call(device -> save(device, new Deed(actor, Act.DEVICE_KEY_ADD, id)));
    }

    /**
     * Notes until when a device's calibration holds; fails with a {@link Rejection} if there is no device that the
     * caller may see, or it has changed since it was seen.
     *
     * @param due the last day; null when nobody knows
     */
    @WithTransaction
    public Uni<Device> calibrate(String id, @Nullable LocalDate due, LongPredicate isAsSeen, Actor actor) {
        return locked(id, actor).call(device -> {
            requireAsSeen(device, isAsSeen);
            if (Objects.equals(due, device.calibrationDue())) {
                return Uni.createFrom().voidItem();
            }
            device.calibrate(due);
            return save(device, new Deed(actor, Act.DEVICE_CALIBRATE, id).with("due " + due));
        });
    }

    /**
     * Changes where a device is and how it measures; its keys and its calibration stay. Fails with a {@link Rejection}
     * if there is no device, or no such checkpoint, that the caller may see, or it has changed since it was seen.
     */
    public Uni<Device> change(Device device, LongPredicate isAsSeen, Actor actor) {
        var deed = new Deed(actor, Act.DEVICE_CHANGE, device.id()).with("at " + device.checkpointId());
        return changes.change(
                table,
                device,
                stored -> {
                    device.calibrate(stored.calibrationDue());
                    return device;
                },
                isAsSeen,
                deed,
                Devices::notFound);
    }

    /**
     * Takes one key away; fails with a {@link Rejection} if there is no live key with this fingerprint, or no device
     * that the caller may see. Whatever has changed in between: a key that must not open the door does not wait until
     * somebody has looked again.
     */
    @WithTransaction
    public Uni<Device> revokeKey(String id, String fingerprint, Actor actor) {
        return locked(id, actor)
                .invoke(device -> {
                    if (!device.revoke(fingerprint)) {
                        throw new Rejection(
                                Reason.NOT_FOUND, "此设备没有该指纹的有效密钥 / the device has no live key with this fingerprint");
                    }
                })
                .call(device -> save(device, new Deed(actor, Act.DEVICE_KEY_REVOKE, id).with("key " + fingerprint)));
    }

    /**
     * Takes all keys of a device away, whatever has changed in between; fails with a {@link Rejection} if there is no
     * device that the caller may see.
     */
    @WithTransaction
    public Uni<Device> revoke(String id, Actor actor) {
        return locked(id, actor).call(device -> {
            if (device.revoked()) {
                return Uni.createFrom().voidItem();
            }
            device.revoke();
            return save(device, new Deed(actor, Act.DEVICE_REVOKE, id));
        });
    }

    /** The device with this id; fails with a {@link Rejection} if there is none that the caller may see. */
    @WithSession
    public Uni<Device> get(String id, AreaScope scope) {
        return find(ONE, id, scope.prefix() + "%")
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Devices::notFound);
    }

    /**
     * Whoever changes a device after the caller sees what the caller has changed: keys are counted by one at a time.
     * The lock is taken first, for what one statement reads while it waits for a lock is older than the lock.
     */
    private Uni<Device> locked(String id, Actor actor) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .chain(() -> get(id, actor.scope()));
    }

    private static void requireAsSeen(Device device, LongPredicate isAsSeen) {
        if (!isAsSeen.test(device.version())) {
            throw Rejection.changed(device.version());
        }
    }

    /** Devices in order of id, after a given id. */
    @WithSession
    public Uni<Page<Device, String>> list(AreaScope scope, String after, int limit) {
        return find(VISIBLE, after, scope.prefix() + "%")
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, Device::id));
    }

    /** The devices at a checkpoint in order of id, the first so many. */
    @WithSession
    public Uni<List<Device>> at(String checkpointId, int limit) {
        return find("checkpointId = ?1 order by id", checkpointId)
                .page(0, limit)
                .list();
    }

    private Uni<Void> save(Device device, Deed deed) {
        return checkpoints
                .findById(device.checkpointId())
                .call(() -> flush())
                .chain(checkpoint -> tell(device, checkpoint))
                .call(() -> audit.append(deed));
    }

    private Uni<Void> tell(Device device, Checkpoint checkpoint) {
        return Panache.getSession().chain(session -> session.persist(events.registered(device, checkpoint.areaCode())));
    }

    static Rejection unknownCheckpoint() {
        return new Rejection(Reason.UNKNOWN_CHECKPOINT, "没有此编号的检测点 / there is no checkpoint with this id");
    }

    private static Rejection notFound() {
        return new Rejection(Reason.NOT_FOUND, "您的辖区内没有此设备 / there is no such device in your area");
    }
}
