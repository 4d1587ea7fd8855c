package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * One whose processes die amid traffic, and are back and have caught up when a test ends. Its door is an MQTT broker's
 * reader, too, which tests ask for by its type.
 */
final class KilledSystem extends OneSystem {
    @Override
    LocalSystem start(ExtensionContext.Store run) {
        return FreshSystem.start(Map.of(
                Service.CHECKPOINT_INGEST,
                broker(run).doorSettings(),
                // A head of the audit log for each kill, so that what was lost would show.
                Service.REGISTRY_SERVICE,
                Map.of("feverline.audit.sign-every", "1S", "feverline.audit.look-every", "1S")));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isBroker(parameter) || super.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return isBroker(parameter) ? broker(run(context)) : super.resolveParameter(parameter, context);
    }

    private static boolean isBroker(ParameterContext parameter) {
        return parameter.getParameter().getType() == MqttBroker.class;
    }

    private static MqttBroker broker(ExtensionContext.Store run) {
        return run.computeIfAbsent(MqttBroker.class, type -> MqttBroker.start(), MqttBroker.class);
    }
}
