package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.Topic;
import io.feverline.local.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code deploy/prepare} at brokers that services work with. */
@ExtendWith(SharedSystem.class)
class PrepareIT {
    private static final ConfigResource REMINDERS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.Name.REPORT_REMINDERS);

    private LocalSystem system;

    @BeforeEach
    void use(LocalSystem running) {
        system = running;
    }

    @Test
    void topics_that_are_there_are_found_as_they_should_be() {
        assertThat(prepare())
                .returns(0, Said::exitCode)
                .satisfies(said -> assertThat(said.text()).contains("as they should be"));
    }

    @Test
    void a_topic_that_is_cleaned_up_otherwise_is_named() throws Exception {
        clean("compact");
        try {
            assertThat(prepare())
                    .returns(1, Said::exitCode)
                    .satisfies(
                            said -> assertThat(said.text()).contains(Topic.Name.REPORT_REMINDERS + ": cleanup.policy"));
        } finally {
            clean("delete");
        }
    }

    private Said prepare() {
        return Said.by(system, "deploy/prepare", "--bootstrap-servers", system.bootstrapServers(), "--replicas", "1");
    }

    private void clean(String policy) throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers()))) {
            var set = new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(REMINDERS, List.of(set))).all().get();
        }
    }
}
