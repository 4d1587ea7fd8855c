package io.feverline.alert.dashboard;

import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.rest.DeviceAlertJson;
import io.feverline.alert.rest.EntityTag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A device alert in the list.
 *
 * @param place how its checkpoint is called, by its id as long as nothing else is known
 * @param seen the entity tag that whoever acts on it has seen
 * @param possible what can be done now
 */
record DeviceAlertRow(DeviceAlertJson alert, String place, String seen, List<DeviceAlert.Action> possible) {
    static DeviceAlertRow of(DeviceAlert alert, Map<String, Checkpoint> registered) {
        return new DeviceAlertRow(
                DeviceAlertJson.of(alert),
                Names.of(alert.found().checkpointId(), registered),
                EntityTag.of(alert),
                Arrays.stream(DeviceAlert.Action.values())
                        .filter(action -> action.isPossibleIn(alert.state()))
                        .toList());
    }

    /** Of the limit: a stuck value is held against how many readings showed it. */
    public String limitUnit() {
        return alert.finding().equals("stuck") ? "readings" : alert.unit();
    }
}
