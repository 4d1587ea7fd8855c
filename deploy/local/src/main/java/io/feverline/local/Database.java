package io.feverline.local;

/** The databases, one for each service that has any. */
public enum Database {
    /** Alerts and what people did about them. */
    ALERT,
    /** Reference data, travellers, vehicles and passages. */
    REGISTRY;

    /** Its name at the server. */
    public String databaseName() {
        return this == ALERT ? "alert" : "registry";
    }

    /** Whose it is. */
    public Service service() {
        return this == ALERT ? Service.ALERT_SERVICE : Service.REGISTRY_SERVICE;
    }
}
