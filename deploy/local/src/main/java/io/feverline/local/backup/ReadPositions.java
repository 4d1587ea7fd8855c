package io.feverline.local.backup;

import io.feverline.local.Database;
import io.feverline.local.LocalProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;

/** How far the services have read the topics into their databases. Forgotten, they read them from the beginning. */
record ReadPositions(String bootstrapServers) {
    /** It reads into its own state, which is on topics too. */
    private static final String DETECTION = "alert-service-detection";

    /**
     * Makes sure that a database's service is stopped.
     *
     * @throws LocalProblem if somebody reads for it
     */
    void requireNobodyReads(Database database) {
        try (Admin admin = admin()) {
            for (GroupListing group : groups(admin, database)) {
                if (group.groupState().orElse(GroupState.UNKNOWN) != GroupState.EMPTY) {
                    throw new LocalProblem("%s 还在读主题：请先停止各服务。 %s still reads the topics: stop the services first."
                            .formatted(group.groupId(), group.groupId()));
                }
            }
        }
    }

    /** Forgets how far they are; returns whose positions they were. */
    List<String> forget(Database database) {
        try (Admin admin = admin()) {
            List<String> groups = groups(admin, database).stream()
                    .map(GroupListing::groupId)
                    .sorted()
                    .toList();
            admin.deleteConsumerGroups(groups).all().get();
            return groups;
        } catch (ExecutionException e) {
            throw new KafkaException("the consumer groups could not be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static List<GroupListing> groups(Admin admin, Database database) {
        String service = database.service().folder();
        try {
            Collection<GroupListing> all = admin.listGroups().all().get();
            return all.stream()
                    .filter(group -> (group.groupId() + "-").startsWith(service + "-"))
                    .filter(group -> !group.groupId().equals(DETECTION))
                    .toList();
        } catch (ExecutionException e) {
            throw new KafkaException("the consumer groups could not be listed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
