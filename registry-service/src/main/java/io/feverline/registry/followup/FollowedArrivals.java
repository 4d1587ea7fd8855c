package io.feverline.registry.followup;

import io.feverline.registry.keyregion.Arrival;
import io.feverline.registry.keyregion.ArrivalListener;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Has travellers who arrive from key regions followed up. */
@ApplicationScoped
public class FollowedArrivals implements ArrivalListener {
    private final FollowUps followUps;

    FollowedArrivals(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public Uni<Void> arrived(SqlConnection transaction, List<Arrival> fresh) {
        var openings = new ArrayList<Opening>(fresh.size());
        for (Arrival arrival : fresh) {
            UUID traveller = arrival.travellerId();
            // Of a vehicle alone nobody is known who could be followed up.
            if (traveller != null) {
                openings.add(new Opening(
                        traveller,
                        arrival.readingId(),
                        CauseKind.KEY_REGION_ARRIVAL,
                        arrival.regionId(),
                        arrival.measuredAt(),
                        arrival.destinationArea(),
                        arrival.areaCode()));
            }
        }
        return followUps.open(transaction, openings).replaceWithVoid();
    }
}
