package io.feverline.registry.device;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.Checkpoints;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The devices. */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<Device, String> {
    private static final String VISIBLE =
            "id > ?1 and checkpointId in (select c.id from Checkpoint c where c.areaCode like ?2) order by id";

    private final Checkpoints checkpoints;
    private final DeviceEvents events;

    Devices(Checkpoints checkpoints, DeviceEvents events) {
        this.checkpoints = checkpoints;
        this.events = events;
    }

    /** Adds a device; fails with a {@link Rejection} if its checkpoint is unknown or outside, or the id is taken. */
    @WithTransaction
    public Uni<Device> register(Device device, DeviceKey key, AreaScope scope) {
        device.admit(key);
        return checkpoints
                .get(device.checkpointId(), scope)
                .onFailure(Rejection.class)
                .transform(e ->
                        new Rejection(Reason.UNKNOWN_CHECKPOINT, "没有此编号的检测点 / there is no checkpoint with this id"))
                .call(() -> findById(device.id())
                        .onItem()
                        .ifNotNull()
                        .failWith(() ->
                                new Rejection(Reason.ALREADY_EXISTS, "此编号的设备已登记 / there is a device with this id")))
                .call(checkpoint -> persistAndFlush(device).chain(saved -> tell(saved, checkpoint)))
                .replaceWith(device);
    }

    /** Takes a device's key away; fails with a {@link Rejection} if there is no device that the caller may see. */
    @WithTransaction
    public Uni<Device> revoke(String id, AreaScope scope) {
        return get(id, scope).call(device -> {
            if (device.revoked()) {
                return Uni.createFrom().voidItem();
            }
            device.revoke();
            return checkpoints
                    .findById(device.checkpointId())
                    .call(() -> flush())
                    .chain(checkpoint -> tell(device, checkpoint));
        });
    }

    /** The device with this id; fails with a {@link Rejection} if there is none that the caller may see. */
    @WithSession
    public Uni<Device> get(String id, AreaScope scope) {
        return findById(id)
                .onItem()
                .ifNotNull()
                .transformToUni(device -> checkpoints
                        .findById(device.checkpointId())
                        .map(checkpoint -> scope.includes(checkpoint.areaCode()) ? device : null))
                .onItem()
                .ifNull()
                .failWith(() -> new Rejection(Reason.NOT_FOUND, "您的辖区内没有此设备 / there is no such device in your area"));
    }

    /** Devices in order of id, after a given id. */
    @WithSession
    public Uni<Page<Device, String>> list(AreaScope scope, String after, int limit) {
        return find(VISIBLE, after, scope.prefix() + "%")
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, Device::id));
    }

    private Uni<Void> tell(Device device, Checkpoint checkpoint) {
        return Panache.getSession().chain(session -> session.persist(events.registered(device, checkpoint)));
    }
}
