package io.feverline.alert.detection;

import io.feverline.alert.device.Registration;
import io.feverline.alert.kafka.PolicyEvents;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.Policies;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.Topic;
import io.feverline.registry.events.keyregion.KeyRegion;
import io.feverline.registry.events.keyregion.KeyRegions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * What readings and devices are judged by, the policies and the key regions, each as of the reading's time; and devices
 * as they are registered.
 */
final class References {
    private final Reference<ScreeningPolicy, Policies> policies =
            new Reference<>(Topic.Name.POLICIES, PolicyEvents::decode, Policies::of);
    private final Reference<KeyRegion, KeyRegions> keyRegions =
            new Reference<>(Topic.Name.KEY_REGIONS, KeyRegionEvents::decode, KeyRegions::new);

    private final Reference<Registration, Map<String, Registration>> devices =
            new Reference<>(Topic.Name.DEVICES, DeviceEvents::registration, References::byDevice);
    private final Reference<DeviceEvents.Missing, Map<String, Long>> missing =
            new Reference<>(Topic.Name.DEVICE_FACTS, DeviceEvents::missing, References::missingByDevice);

    Topology addTo(Topology topology) {
        add(policies, topology);
        add(devices, topology);
        add(missing, topology);
        return add(keyRegions, topology);
    }

    private static Map<String, Registration> byDevice(List<Registration> all) {
        return all.stream().collect(Collectors.toMap(Registration::deviceId, each -> each));
    }

    private static Map<String, Long> missingByDevice(List<DeviceEvents.Missing> all) {
        return all.stream().collect(Collectors.toMap(DeviceEvents.Missing::deviceId, DeviceEvents.Missing::numbers));
    }

    /** A store has its topic's name. */
    private static Topology add(Reference<?, ?> reference, Topology topology) {
        return topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(reference.store()), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                reference.store() + "-in",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                reference.store(),
                reference.store() + "-load",
                reference::loader);
    }

    /** One thread's view of them. */
    Views views(ProcessorContext<?, ?> context) {
        return new Views(
                policies.view(context.getStateStore(policies.store())),
                keyRegions.view(context.getStateStore(keyRegions.store())));
    }

    /** One thread's view of devices. */
    DeviceViews deviceViews(ProcessorContext<?, ?> context) {
        return new DeviceViews(
                policies.view(context.getStateStore(policies.store())),
                devices.view(context.getStateStore(devices.store())),
                missing.view(context.getStateStore(missing.store())));
    }

    /** Devices as they are registered, what is missing of their readings, and what they are judged by. */
    record DeviceViews(
            Reference<ScreeningPolicy, Policies>.View policyView,
            Reference<Registration, Map<String, Registration>>.View deviceView,
            Reference<DeviceEvents.Missing, Map<String, Long>>.View missingView) {

        /** Those that were in force then. */
        DeviceLimits limits(Instant time) {
            return policyView.get().at(time).devices();
        }

        @Nullable
        Registration registration(String deviceId) {
            Registration registered = deviceView.get().get(deviceId);
            return registered == null
                    ? null
                    : registered.withMissing(missingView.get().getOrDefault(deviceId, 0L));
        }
    }

    /** As they are now. */
    record Views(
            Reference<ScreeningPolicy, Policies>.View policyView, Reference<KeyRegion, KeyRegions>.View regionView) {
        Policies policies() {
            return policyView.get();
        }

        KeyRegions keyRegions() {
            return regionView.get();
        }
    }
}
