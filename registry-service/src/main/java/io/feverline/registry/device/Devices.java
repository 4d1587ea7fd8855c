package io.feverline.registry.device;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
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
import java.util.Objects;
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

    Devices(Checkpoints checkpoints, DeviceEvents events, AuditLog audit, Clock clock) {
        this.checkpoints = checkpoints;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a device; fails with a {@link Rejection} if its checkpoint is unknown or outside, or the id is taken. */
    @WithTransaction
    public Uni<Device> register(Device device, DeviceKey key, Actor actor) {
        device.admit(key, clock.instant());
        return checkpoints
                .get(device.checkpointId(), actor.scope())
                .onFailure(Rejection.class)
                .transform(e ->
                        new Rejection(Reason.UNKNOWN_CHECKPOINT, "没有此编号的检测点 / there is no checkpoint with this id"))
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
     * there is no device that the caller may see.
     */
    @WithTransaction
    public Uni<Device> addKey(String id, DeviceKey key, Actor actor) {
        return locked(id, actor)
                .invoke(device -> device.admit(key, clock.instant()))
                .call(device -> save(device, new Deed(actor, Act.DEVICE_KEY_ADD, id)));
    }

    /**
     * Notes until when a device's calibration holds; fails with a {@link Rejection} if there is no device that the
     * caller may see.
     *
     * @param due the last day; null when nobody knows
     */
    @WithTransaction
    public Uni<Device> calibrate(String id, @Nullable LocalDate due, Actor actor) {
        return locked(id, actor).call(device -> {
            if (Objects.equals(due, device.calibrationDue())) {
                return Uni.createFrom().voidItem();
            }
            device.calibrate(due);
            return save(device, new Deed(actor, Act.DEVICE_CALIBRATE, id).with("due " + due));
        });
    }

    /**
     * Takes one key away; fails with a {@link Rejection} if there is no live key with this fingerprint, or no device
     * that the caller may see.
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
     * Takes all keys of a device away; fails with a {@link Rejection} if there is no device that the caller may see.
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
                .failWith(() -> new Rejection(Reason.NOT_FOUND, "您的辖区内没有此设备 / there is no such device in your area"));
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

    /** Devices in order of id, after a given id. */
    @WithSession
    public Uni<Page<Device, String>> list(AreaScope scope, String after, int limit) {
        return find(VISIBLE, after, scope.prefix() + "%")
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, Device::id));
    }

    private Uni<Void> save(Device device, Deed deed) {
        return checkpoints
                .findById(device.checkpointId())
                .call(() -> flush())
                .chain(checkpoint -> tell(device, checkpoint))
                .call(() -> audit.append(deed));
    }

    private Uni<Void> tell(Device device, Checkpoint checkpoint) {
        return Panache.getSession().chain(session -> session.persist(events.registered(device, checkpoint)));
    }
}
