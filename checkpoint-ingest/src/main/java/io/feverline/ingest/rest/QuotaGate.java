package io.feverline.ingest.rest;

import io.feverline.ingest.quota.QuotaExceeded;
import io.feverline.ingest.quota.Quotas;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Lets requests in as far as their quota goes. */
@Singleton
public class QuotaGate {
    private final Quotas quotas;

    public QuotaGate(Quotas quotas) {
        this.quotas = quotas;
    }

    /** Takes the quota of so many readings of the request's device, or throws {@link QuotaExceeded}. */
    void take(RoutingContext http, int readings) {
        var allowance = quotas.take(DeviceFilter.device(http).origin(), readings);
        QuotaFields.tell(http.response(), allowance, quotas.header());
        if (!allowance.granted()) {
            throw new QuotaExceeded(allowance);
        }
    }

    /** Takes the quota of further readings of a request that was let in, also when it is not there: it is owed then. */
    void owe(RoutingContext http, int readings) {
        if (readings > 0) {
            quotas.owe(DeviceFilter.device(http).origin(), readings);
        }
    }
}
