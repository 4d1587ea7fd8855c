package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;

/** Who reads which topics, as the broker knows it. */
record ConsumerGroups(LocalSystem system) {
    /** Whether groups have so many members, all is handed out, and each member has a part of it. */
    boolean areSharedBy(int members, List<String> groups) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .allMatch(group -> isSharedBy(members, group));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException notNow) {
            return false;
        }
    }

    private static boolean isSharedBy(int members, ConsumerGroupDescription group) {
        return group.groupState() == GroupState.STABLE
                && group.members().size() == members
                && group.members().stream()
                        .noneMatch(
                                member -> member.assignment().topicPartitions().isEmpty());
    }
}
