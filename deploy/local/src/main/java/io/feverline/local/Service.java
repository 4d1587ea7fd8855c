package io.feverline.local;

/** The three services, in the order of the flow. */
public enum Service {
    /** Takes readings from devices. */
    CHECKPOINT_INGEST("checkpoint-ingest"),
    /** Finds fevers and tells people. */
    ALERT_SERVICE("alert-service"),
    /** Keeps areas, checkpoints, devices, travellers and where they passed. */
    REGISTRY_SERVICE("registry-service");

    private final String folder;

    Service(String folder) {
        this.folder = folder;
    }

    /** Its folder in the checkout, which is its name too. */
    public String folder() {
        return folder;
    }

    /** The port of its HTTP interface. */
    public int port(Ports ports) {
        return switch (this) {
            case CHECKPOINT_INGEST -> ports.ingest();
            case ALERT_SERVICE -> ports.alert();
            case REGISTRY_SERVICE -> ports.registry();
        };
    }
}
