package io.feverline.local.backup;

import io.feverline.local.Database;
import io.feverline.local.LocalProblem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;

/**
 * How far the services have read the topics into their databases. Forgotten, they read them from the beginning.
 *
 * @param kafka how the brokers are reached
 */
record ReadPositions(Map<String, Object> kafka) {
    /** It reads into its own state, which is on topics too. */
    private static final String DETECTION = "alert-service-detection";

    /** Longer than the services' sessions. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * Makes sure that a database's service is stopped; of one that was killed it takes a moment to be seen.
     *
     * @throws LocalProblem if somebody reads for it
     */
    void requireNobodyReads(Database database) {
        try (Admin admin = admin()) {
            long deadline = System.nanoTime() + SESSION.toNanos();
            List<String> readers = readers(admin, database);
            while (!readers.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
                readers = readers(admin, database);
            }
            if (!readers.isEmpty()) {
                throw new LocalProblem("%s 还在读主题：请先停止各服务。 %s still reads the topics: stop the services first."
                        .formatted(readers.get(0), readers.get(0)));
            }
        }
    }

    private static List<String> readers(Admin admin, Database database) {
        return groups(admin, database).stream()
                .filter(group -> group.groupState().orElse(GroupState.UNKNOWN) != GroupState.EMPTY)
                .map(GroupListing::groupId)
                .toList();
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
        return Admin.create(kafka);
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
