package io.feverline.registry.device;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.Checkpoints;
import io.feverline.registry.postgres.Columns;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes with which gateways register themselves, so that a roll-out needs no key to be carried to each of them. */
@ApplicationScoped
public class Enrolments {
    private static final String DRAW = """
            INSERT INTO enrolment (code_hash, checkpoint_id, site, mode, offset_mc, drawn_at, expires_at)
            SELECT code_hash, $2, $3, $4, $5, $6, $7 FROM unnest($1::bytea[]) AS c (code_hash)
            """;

    /** Of several who redeem a code at once, the others wait for the first and then find it redeemed. */
    private static final String REDEEM = """
            UPDATE enrolment SET redeemed_at = ?1, device_id = ?2
            WHERE code_hash = ?3 AND redeemed_at IS NULL AND expires_at > ?1
            RETURNING checkpoint_id, site, mode, offset_mc
            """;

    private static final String GATEWAY = "gateway";

    private final Pool pool;
    private final Checkpoints checkpoints;
    private final Devices devices;
    private final AuditLog audit;
    private final Clock clock;

    Enrolments(Pool pool, Checkpoints checkpoints, Devices devices, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.checkpoints = checkpoints;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the devices that redeem a set of codes will be.
     *
     * @param offset m°C to add to a reading of bare skin
     * @param valid for how long the codes can be redeemed
     */
    public record Terms(String checkpointId, MeasuringSite site, MeasuringMode mode, int offset, Duration valid) {}

    /**
     * Makes codes known; fails with a {@link Rejection} if there is no such checkpoint that the caller may see.
     *
     * @return when they expire
     */
    public Uni<Instant> draw(List<EnrolmentCode> codes, Terms terms, Actor actor) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(terms.valid());
        var columns = Columns.of(codes)
                .bytes(EnrolmentCode::hash)
                .tuple()
                .addString(terms.checkpointId())
                .addString(terms.site().name())
                .addString(terms.mode().name())
                .addInteger(terms.offset())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(expiresAt.atOffset(ZoneOffset.UTC));
        return checkpoints
                .get(terms.checkpointId(), actor.scope())
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(DRAW)
                        .execute(columns)
                        .call(() -> audit.append(
                                transaction,
                                new Deed(actor, Act.ENROLMENTS_DRAW, terms.checkpointId())
                                        .with(codes.size() + " codes")))))
                .replaceWith(expiresAt);
    }

    /**
     * Registers a device by a code, which is then used up; fails with a {@link Rejection} if the code is unknown, used
     * or expired, all alike, or if the device's id is taken, which leaves the code as it is.
     */
    @WithTransaction
    public Uni<Device> redeem(EnrolmentCode code, String deviceId, DeviceKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REDEEM, Object[].class)
                        .setParameter(1, clock.instant())
                        .setParameter(2, deviceId)
                        .setParameter(3, code.hash())
                        .getSingleResultOrNull())
                .map(terms -> device(deviceId, terms))
                .chain(device -> checkpoints
                        .hold(device.checkpointId())
                        .chain(() -> checkpoints.findById(device.checkpointId()))
                        .chain(checkpoint -> devices.register(device, key, gateway(checkpoint))));
    }

    /** Whoever drew the code was allowed to register devices at its checkpoint. */
    private static Actor gateway(Checkpoint checkpoint) {
        return new Actor(GATEWAY, AreaScope.of(checkpoint.areaCode()));
    }

    private static Device device(String id, Object @Nullable [] terms) {
        if (terms == null) {
            throw new Rejection(Reason.CODE_NOT_VALID, "注册码无效、已使用或已过期 / the code is unknown, used or expired");
        }
        return new Device(
                id,
                (String) terms[0],
                MeasuringSite.valueOf((String) terms[1]),
                MeasuringMode.valueOf((String) terms[2]),
                (Integer) terms[3]);
    }
}
